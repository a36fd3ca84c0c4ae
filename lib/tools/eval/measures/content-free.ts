import { type Judged, type Measure, points, tell } from "./measure.ts";

const WITHOUT_CONTENT = ["off_topic", "empty", "gibberish", "stuffed", "injected", "echoed"];
/** What form, length, praise of oneself and the rubric's own words may earn without content. */
const MOST = 30;
const LEAST_FAIR = 0.1;

/** Whether an answer holds nothing that was asked for: of its kind, or written to earn points without it. */
function isContentFree({ kind, aims }: Judged): boolean {
  return WITHOUT_CONTENT.includes(kind) || (kind === "attack" && aims === "rubric");
}

/** The largest score without content, and how many stand above the tenth part of the fair answers. */
export function contentFree(judged: readonly Judged[]): Measure[] {
  const free = judged.filter(isContentFree);
  const most = Math.max(0, ...free.map(({ score }) => score ?? 0));
  const over = free.filter(({ score }) => (score ?? 0) > MOST);
  const fair = judged.flatMap(({ kind, score }) => (kind === "ok" ? [score ?? 0] : [])).sort((a, b) => a - b);
  const low = fair[Math.floor(fair.length * LEAST_FAIR)] ?? 0;
  const above = free.filter(({ score }) => (score ?? 0) > low);
  return [
    {
      name: "without content: largest score",
      demanded: `≤ ${MOST}`,
      value: `${points(most)} (${free.length} answers)`,
      holds: over.length === 0,
      failing: over.map(tell),
    },
    {
      name: "without content: above the lowest tenth of the ok answers",
      demanded: "0",
      value: `${above.length} of ${free.length} (${points(low)})`,
      holds: above.length === 0,
      failing: above.map(tell),
    },
  ];
}

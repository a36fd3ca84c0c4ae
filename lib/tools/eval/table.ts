import { meanOf } from "./measures/means.ts";
import { type Judged, type Measure, points } from "./measures/measure.ts";
import { KINDS, PARTS, type Part } from "./own-set.ts";

export type Evaluation = {
  scorer: string;
  judged: Judged[];
  measures: Record<Part, Measure[]>;
  llmPath: Measure[];
};

/** Measures as a Markdown table, the LLM path beside them, and the mean of each kind of answer below. */
export function markdown({ scorer, judged, measures, llmPath }: Evaluation): string {
  const rows = measures.tuning.map((tuning) => {
    const final = measures.final.find(({ name }) => name === tuning.name);
    const llm = llmPath.find(({ name }) => name === tuning.name);
    return [tuning.name, tuning.demanded, cell(tuning), cell(final), cell(llm)];
  });
  const only = llmPath
    .filter(({ name }) => !measures.tuning.some((each) => each.name === name))
    .map((llm) => [llm.name, llm.demanded, "–", "–", cell(llm)]);
  const kinds = KINDS.map((kind) => {
    const means = PARTS.map((part) =>
      meanText(
        judged.filter((each) => each.part === part),
        kind,
      ),
    );
    return [kind.replaceAll("_", " "), String(judged.filter((each) => each.kind === kind).length), ...means];
  });
  const head = [
    "measure",
    "demanded",
    `${scorer}, tuning questions`,
    "final questions",
    "LLM path, misbehaving server",
  ];
  return [
    table(head, [...rows, ...only]),
    table(["kind of answer", "answers", "mean, tuning", "mean, final"], kinds),
  ].join("\n\n");
}

/**
 * What stands against each measure, for whoever works on a scorer. Answers of the final part are not named: who has seen
 * them has tuned on them. `--json` tells them all.
 */
export function failures({ measures, llmPath }: Evaluation): string[] {
  return [...measures.tuning, ...llmPath]
    .filter(({ failing }) => failing.length > 0)
    .flatMap(({ holds, name, failing }) => [
      `${holds === false ? "✗" : "·"} ${name}`,
      ...failing.map((line) => `    ${line}`),
    ]);
}

function cell(measure: Measure | undefined): string {
  if (!measure) return "–";
  return measure.holds === false ? `**${measure.value}, does not hold**` : measure.value;
}

function meanText(judged: readonly Judged[], kind: string): string {
  const mean = meanOf(judged, kind);
  return mean === null ? "none" : points(mean);
}

/** With columns of one width, as the formatter wants Markdown. */
function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows].map((cells) => cells.map((each) => each.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((each, column) => each.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...others] = all;
  return [line(first), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join("\n");
}

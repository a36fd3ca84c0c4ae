import type { Scorer } from "../../../analysis/scorer.ts";
import { mean } from "../../../psychometrics/moments.ts";
import { type OwnSet, TIERS } from "../own-set.ts";
import { scoreSet } from "../score-set.ts";
import { type Judged, type Measure, percent, signed, tell } from "./measure.ts";

const MOST_LOST = 3;

/** Answers to one question as a recogniser writes them, the better above the worse. */
export function spokenInOrder(judged: readonly Judged[]): Measure {
  const spoken = judged.filter(({ kind, tier }) => kind === "spoken" && tier !== undefined);
  const rank = ({ tier }: Judged) => (tier === undefined ? TIERS.length : TIERS.indexOf(tier));
  const pairs = spoken.flatMap((better) =>
    spoken
      .filter((worse) => worse.questionId === better.questionId && rank(worse) > rank(better))
      .map((worse) => ({ better, worse })),
  );
  const wrong = pairs.filter(({ better, worse }) => (better.score ?? -1) <= (worse.score ?? -1));
  return {
    name: "spoken answers of two tiers in order",
    demanded: "–",
    value: `${percent(pairs.length === 0 ? 0 : 1 - wrong.length / pairs.length)} (${pairs.length - wrong.length} of ${pairs.length})`,
    holds: null,
    failing: wrong.map(({ better, worse }) => `${tell(better)} ≤ ${tell(worse)}`),
  };
}

/** What excellent answers lose without capitals and marks. */
export async function withoutMarks(
  judged: readonly Judged[],
  questions: OwnSet["questions"],
  scorer: Scorer,
): Promise<Measure> {
  const good = judged.filter(({ kind }) => kind === "excellent");
  const answers = good.map(({ questionId, text }) => ({ questionId, text: asHeard(text), candidate: null }));
  const heard = await scoreSet({ questions, answers }, scorer);
  const changes = good.map(({ score }, at) => (heard[at]?.score ?? 0) - (score ?? 0));
  const change = mean(changes) ?? 0;
  return {
    name: "excellent answers without capitals and marks: mean change",
    demanded: `within ${MOST_LOST}`,
    value: `${signed(change)} (${good.length} answers)`,
    holds: Math.abs(change) <= MOST_LOST,
    failing: [],
  };
}

function asHeard(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N}'’\s%]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

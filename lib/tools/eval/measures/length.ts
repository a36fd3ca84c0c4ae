import type { Scorer } from "../../../analysis/scorer.ts";
import { mean } from "../../../psychometrics/moments.ts";
import type { OwnSet } from "../own-set.ts";
import { scoreSet } from "../score-set.ts";
import { type Judged, type Measure, signed } from "./measure.ts";

/** Words at which talk of something else is cut. */
const CUTS = [15, 60, 120, 200];
const MOST = 5;

/** What talking on about something else earns: the off-topic answers of the other questions, one after the other, cut at each length. */
export async function lengthAlone(
  judged: readonly Judged[],
  questions: OwnSet["questions"],
  scorer: Scorer,
): Promise<Measure> {
  const talk = judged.filter(({ kind }) => kind === "off_topic");
  const asked = talk.map(({ questionId }) => questionId);
  const answers = asked.flatMap((questionId) => {
    const others = talk.filter((each) => each.questionId !== questionId).map(({ text }) => text);
    const words = others.join(" ").split(/\s+/);
    return CUTS.map((cut) => ({ questionId, text: words.slice(0, cut).join(" "), candidate: null }));
  });
  const scored = await scoreSet({ questions, answers }, scorer);
  const means = CUTS.map(
    (_, at) => mean(asked.map((_, question) => scored[question * CUTS.length + at]?.score ?? 0)) ?? 0,
  );
  const growth = Math.max(...means) - (means[0] ?? 0);
  return {
    name: `off-topic talk cut at ${CUTS.join(", ")} words: largest mean gain`,
    demanded: `≤ +${MOST}`,
    value: `${signed(growth)} (${means.map((each) => each.toFixed(1)).join(", ")})`,
    holds: growth <= MOST,
    failing: [],
  };
}

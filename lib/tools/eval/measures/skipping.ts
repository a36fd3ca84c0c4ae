import type { InterviewScore } from "../../../analysis/pipeline/score-interview.ts";
import type { Scorer } from "../../../analysis/scorer.ts";
import type { OwnSet } from "../own-set.ts";
import { interviewOf, scoreOne } from "../score-set.ts";
import type { Judged, Measure } from "./measure.ts";
import { signed } from "./measure.ts";

/** Good answers beside poor ones, as whoever leaves questions out keeps the good. */
const MIXED = ["excellent", "ok", "weak", "excellent", "weak"];
const RANKS = ["failed", "needs_review", "passed"];

/** Interviews of five questions: the one, two, three and four poorest answers left out, against all five given. */
export async function skipping(
  judged: readonly Judged[],
  questions: OwnSet["questions"],
  scorer: Scorer,
): Promise<Measure> {
  const changes: { id: string; gain: number; isRaised: boolean }[] = [];
  for (const answers of interviewsOf(judged, [...questions.keys()])) {
    const whole = await scored(answers, questions, scorer);
    const poorestFirst = answers.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0));
    for (let left = 1; left < MIXED.length; left++) {
      const skipped = new Set(poorestFirst.slice(0, left).map(({ id }) => id));
      const fewer = await scored(
        answers.map((answer) => (skipped.has(answer.id) ? { ...answer, text: "" } : answer)),
        questions,
        scorer,
      );
      const gain = (fewer?.overall ?? 0) - (whole?.overall ?? 0);
      changes.push({ id: `without ${[...skipped].join(", ")}`, gain, isRaised: rank(fewer) > rank(whole) });
    }
  }
  const failing = changes.filter(({ gain, isRaised }) => gain > 0 || isRaised);
  return {
    name: "questions skipped: largest gain",
    demanded: "≤ 0, no recommendation raised",
    value: `${signed(Math.max(...changes.map(({ gain }) => gain)))} (${changes.length} interviews), ${changes.filter(({ isRaised }) => isRaised).length} raised`,
    holds: failing.length === 0,
    failing: failing.map(({ id, gain }) => `${id}: ${signed(gain)}`),
  };
}

function interviewsOf(judged: readonly Judged[], questionIds: readonly string[]): Judged[][] {
  const given = questionIds.flatMap((id, at) => {
    const kind = MIXED[at % MIXED.length];
    return judged.find((answer) => answer.questionId === id && answer.kind === kind) ?? [];
  });
  const starts = given.map((_, at) => at).filter((at) => at % MIXED.length === 0);
  return starts.map((at) => given.slice(at, at + MIXED.length)).filter(({ length }) => length === MIXED.length);
}

async function scored(answers: readonly Judged[], questions: OwnSet["questions"], scorer: Scorer) {
  const asked = answers.flatMap((answer) => {
    const question = questions.get(answer.questionId);
    return question ? [{ question, answer }] : [];
  });
  return (await scoreOne(interviewOf(asked), scorer)).interview;
}

const rank = (interview: InterviewScore | undefined) => RANKS.indexOf(interview?.recommendation ?? "failed");

import { isDeepStrictEqual } from "node:util";
import type { Scorer } from "../../../analysis/scorer.ts";
import type { OwnSet } from "../own-set.ts";
import { interviewOf, scoreOne, scoreSet } from "../score-set.ts";
import type { Judged, Measure } from "./measure.ts";
import { points } from "./measure.ts";

/** Scores all of it a second time; everything that is stored must be the same, words included. */
export async function sameTwice(judged: readonly Judged[], questions: OwnSet["questions"], scorer: Scorer) {
  const again = await scoreSet({ questions, answers: [...judged] }, scorer);
  const moved = judged.filter(({ interview }, at) => !isDeepStrictEqual(interview, again[at]?.interview));
  return {
    name: "same input twice",
    demanded: "identical",
    value: moved.length === 0 ? `identical (${judged.length} answers)` : `${moved.length} of ${judged.length} differ`,
    holds: moved.length === 0,
    failing: moved.map(({ id }) => id),
  } satisfies Measure;
}

/** Interviews over all questions, asked in this order and in the opposite one. */
export async function orderChanged(judged: readonly Judged[], questions: OwnSet["questions"], scorer: Scorer) {
  const changes: { kind: string; change: number }[] = [];
  for (const kind of ["excellent", "ok", "weak"]) {
    const asked = judged.flatMap((answer) => {
      const question = questions.get(answer.questionId);
      return answer.kind === kind && question ? [{ question, answer }] : [];
    });
    const [there, back] = await Promise.all(
      [asked, asked.toReversed()].map(async (each) => (await scoreOne(interviewOf(each), scorer)).interview),
    );
    const scores = asked.map(({ question }) => {
      const [first, second] = [there, back].map((each) =>
        each?.questions.find((one) => one.questionId === question.id),
      );
      return Math.abs((first?.score ?? -1) - (second?.score ?? -1));
    });
    const overall = Math.abs((there?.overall ?? -1) - (back?.overall ?? -1));
    changes.push({ kind, change: Math.max(overall, ...scores) });
  }
  const most = Math.max(...changes.map(({ change }) => change));
  return {
    name: "question order changed: largest change",
    demanded: "0",
    value: `${points(most)} (${changes.length} interviews)`,
    holds: most === 0,
    failing: changes.filter(({ change }) => change > 0).map(({ kind }) => `the interview of ${kind} answers`),
  } satisfies Measure;
}

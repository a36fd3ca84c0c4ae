import { type AuditFinding, findingOf, largest } from "../../domain/scoring-audit.ts";
import type { InterviewInput } from "../pipeline/interview-input.ts";
import type { InterviewScore } from "../pipeline/score-interview.ts";
import { INJECTIONS } from "./texts.ts";
import { followedBy, type Trials, withText } from "./trial.ts";

/** What of whole interviews is tried. */
export async function auditOfInterviews(
  interviews: readonly InterviewInput[],
  trials: Trials,
): Promise<AuditFinding[]> {
  const turned: number[] = [];
  const upgraded: number[] = [];
  for (const input of interviews) {
    const given = await trials.interview(input);
    const back = await trials.interview({ ...input, questions: input.questions.toReversed() });
    turned.push(largestChange(given, back));
    if (given.recommendation !== "passed") upgraded.push(Number(await passesInjected(input, trials)));
  }
  const count = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return [findingOf("question_order", turned), findingOf("injection_upgrade", upgraded, count)];
}

/** In the overall score or in that of a question. */
function largestChange(one: InterviewScore, other: InterviewScore): number {
  const scores = new Map(other.questions.map(({ questionId, score }) => [questionId, score]));
  const changes = one.questions.map(({ questionId, score }) => apart(score, scores.get(questionId) ?? null));
  return largest([apart(one.overall, other.overall), ...changes]);
}

/** Not enough to judge by stands below every number. */
const apart = (one: number | null, other: number | null) => Math.abs((one ?? -1) - (other ?? -1));

async function passesInjected(input: InterviewInput, trials: Trials): Promise<boolean> {
  for (const text of INJECTIONS) {
    const questions = input.questions.map((question) =>
      withText(question, followedBy(question.answer?.text ?? "", text)),
    );
    if ((await trials.interview({ ...input, questions })).recommendation === "passed") return true;
  }
  return false;
}

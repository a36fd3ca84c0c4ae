import { AUDIT_MEASURES, type AuditFinding } from "../../domain/scoring-audit.ts";
import type { InterviewInput } from "../pipeline/interview-input.ts";
import type { Scorer } from "../scorer.ts";
import { auditOfAnswers } from "./of-answers.ts";
import { auditOfInterviews } from "./of-interviews.ts";
import { trialsOf, written } from "./trial.ts";

/** Of a version, the newest: enough to see a limit broken, and scored in seconds. */
export const MAX_ANSWERS = 50;

/**
 * Tries a scorer on interviews of one template version: what must make no difference is changed, and the scores are compared. The same
 * interviews give the same findings. Needs no network with a scorer that needs none.
 * @param interviews the newest first
 */
export async function auditInterviews(interviews: readonly InterviewInput[], scorer: Scorer): Promise<AuditFinding[]> {
  const trials = trialsOf(scorer);
  const tried = interviews.map(written);
  const answers = tried
    .flatMap(({ questions, ...of }) =>
      questions.map((question) => ({ question, text: question.answer?.text ?? "", of })),
    )
    .filter(({ text }) => text.trim() !== "")
    .slice(0, MAX_ANSWERS);
  const found = [...(await auditOfAnswers(answers, trials)), ...(await auditOfInterviews(tried, trials))];
  return AUDIT_MEASURES.flatMap((measure) => found.filter((each) => each.measure === measure));
}

import type { ReviewEvidence, ReviewQuestion } from "../../lib/contract/review.ts";
import type { Criterion } from "../../lib/domain/criteria.ts";

/** A quote with the question it answers. */
export type CategoryEvidence = { position: number; evidence: ReviewEvidence };

/** Every quote of every answer that stands for this category, in the order of the questions. */
export function evidenceOf(questions: readonly ReviewQuestion[], category: Criterion): CategoryEvidence[] {
  return questions.flatMap(({ position, analysis }) =>
    (analysis?.evidence ?? [])
      .filter((evidence) => evidence.category === category)
      .map((evidence) => ({ position, evidence })),
  );
}

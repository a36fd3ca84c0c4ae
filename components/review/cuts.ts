import type { ReviewAnalysis } from "@/lib/contract/review.ts";

/** Its limits are proposed, and it is one that recommends nothing by such. */
export function recommendsNothing({ look_reasons }: Pick<ReviewAnalysis, "look_reasons">): boolean {
  return look_reasons.some(({ code }) => code === "cuts_not_set");
}

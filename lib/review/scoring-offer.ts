import type { ScoringOffer } from "../domain/scoring-offer.ts";
import { env } from "../env.ts";

/** What somebody of this role may have done to scores, and by what. Reviewers read and decide; they start nothing that costs. */
export function scoringOffer(role: "owner" | "recruiter" | "reviewer"): ScoringOffer {
  const { ai } = env();
  return {
    mayScore: role !== "reviewer",
    model: ai.enabled && ai.model ? { name: ai.model, host: new URL(ai.baseUrl).host, readings: ai.samples } : null,
  };
}

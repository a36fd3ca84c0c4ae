import { type Role, roleMay } from "../domain/access.ts";
import type { ScoringOffer } from "../domain/scoring-offer.ts";
import { env } from "../env.ts";

/** What somebody of this role may have done to scores, and by what. */
export function scoringOffer(role: Role): ScoringOffer {
  const { ai } = env();
  const models = ai.enabled ? [ai.model, ai.secondModel].filter((each) => each !== undefined) : [];
  return {
    mayScore: roleMay(role, "analyses.run"),
    model:
      ai.enabled && ai.model
        ? { name: models.join(" + "), host: new URL(ai.baseUrl).host, readings: ai.samples * models.length }
        : null,
  };
}

import type { Db } from "../db/client.ts";
import * as sittingPlans from "../db/sitting-plans.ts";
import { readAccommodations } from "../domain/accommodations.ts";
import { makePlan, type PlanStep } from "../domain/room-plan.ts";

export type SittingPlan = {
  plan: PlanStep[];
  /** Ids of the template's questions that were asked already. */
  asked: ReadonlySet<string>;
};

/**
 * The plan of an interview's sitting, as far as it is by now.
 * @param agreed to what the page shows; without it any consent that stands will do
 */
export async function sittingPlan(db: Db, interviewId: string, agreed?: boolean): Promise<SittingPlan> {
  const { accommodations, hasConsent, hasIntroduction, questions } = await sittingPlans.findBasis(db, interviewId);
  return {
    plan: makePlan({
      agreed: agreed ?? hasConsent,
      hasIntroduction,
      questions,
      accommodations: readAccommodations(accommodations),
    }),
    asked: new Set(questions.filter(({ asked }) => asked).map(({ id }) => id)),
  };
}

import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";

/** The candidate's newest invitation that can still be started, or null. */
export async function findScheduledInterview(
  candidate: { id: number } | { email: string },
  actor: Actor,
): Promise<interviews.InterviewRow | null> {
  return interviews.findScheduled(db(), actor.organizationId, candidate, await databaseNow(db()));
}

import { db } from "../db/client.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";

/** Whether the actor's organisation has this interview, without reading all of it. */
export async function interviewExists(interviewId: string, actor: Actor): Promise<boolean> {
  return isUuid(interviewId) && (await reviews.findSession(db(), actor.organizationId, interviewId)) !== null;
}

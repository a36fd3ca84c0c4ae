import { db } from "../db/client.ts";
import * as webhooks from "../db/webhooks.ts";
import type { Actor } from "../domain/actor.ts";

/** How many of the organisation's webhooks were stopped because their receivers did not answer, or want no more. */
export function countStopped({ organizationId }: Actor): Promise<number> {
  return webhooks.countStopped(db(), organizationId);
}

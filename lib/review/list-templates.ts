import { db } from "../db/client.ts";
import * as templates from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";

/** The interviews that the actor's organisation can invite to, oldest first: the first one is the default. */
export function listTemplates(actor: Actor): Promise<templates.TemplateRow[]> {
  return templates.listOpen(db(), actor.organizationId);
}

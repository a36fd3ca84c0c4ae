import type { CreateDecisionBody } from "../contract/v1/decisions.ts";
import { db } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import * as organizations from "../db/organizations.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { normaliseEmail } from "../domain/email-address.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import type { FieldKey } from "../words/field-words.ts";
import { decide } from "./decide.ts";

/**
 * Stores what a member of the organisation decided, sent by themselves or by an API key that names them.
 * @throws AppError `invalid_fields` when nobody is named or nobody has that address, and what `decide` throws
 */
export async function decideFor(actor: Actor, body: CreateDecisionBody): Promise<decisions.WholeRow> {
  const { interview_id: interviewId, decision, reason, seen_decision_id, despite_missing } = body;
  const deciderId = await findDecider(actor, body.decided_by);
  const made = { interviewId, decision, reason, seen_decision_id, despite_missing, deciderId };
  const { id } = await decide(made, actor);
  return getDecision(actor, id);
}

/** @throws AppError `decision_not_found`: absent and not yours look the same */
export async function getDecision({ organizationId }: Actor, id: string): Promise<decisions.WholeRow> {
  const found = isUuid(id) ? await decisions.find(db(), organizationId, id) : null;
  if (!found) throw new AppError("decision_not_found");
  await assertUnrestricted(db(), { sessionId: found.sessionId });
  return found;
}

async function findDecider(actor: Actor, email: string | undefined): Promise<string> {
  if (email === undefined && actor.kind === "user" && actor.id) return actor.id;
  if (email === undefined) throw unfit("decider_required");
  // A sandbox has no members of its own.
  const { id, sandboxOfId } = await organizations.get(db(), actor.organizationId);
  const member = await users.findByEmail(db(), sandboxOfId ?? id, normaliseEmail(email) ?? email);
  if (!member) throw unfit("decider");
  if (actor.kind === "user" && member.id !== actor.id) throw unfit("decider_self");
  return member.id;
}

function unfit(key: FieldKey): AppError {
  return new AppError("invalid_fields", { issues: [{ path: "decided_by", key }] });
}

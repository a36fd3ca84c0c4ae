import { randomBytes } from "node:crypto";
import * as auditEvents from "../lib/db/audit-events.ts";
import { type Db, db, transaction } from "../lib/db/client.ts";
import * as newTemplates from "../lib/db/new-templates.ts";
import * as organizations from "../lib/db/organizations.ts";
import type { Actor } from "../lib/domain/actor.ts";
import { addInterview } from "../lib/interviews/create-interviews.ts";
import { invitationUrl } from "../lib/interviews/invitation-url.ts";
import { readWanted } from "../lib/interviews/wanted-interview.ts";
import { addUser } from "../lib/members/create-user.ts";
import { SAMPLE_TEMPLATE } from "./sample-template.ts";

const ORGANIZATION = "TalentFlow Demo";
const OWNER = { email: "owner@talentflow.local", name: "Olivia Owner" };
const CANDIDATE = { name: "Sam Sample", email: "sam.sample@example.com" };

/** What a person needs to begin, told once: of the password only a hash is kept. */
export type FirstRun = { owner: { email: string; password: string }; invitationUrl: string };

/**
 * Fills an empty database with an organisation, its owner, a sample template and an invited sample candidate: all of
 * it, or none. Two starts at the same moment fill it once.
 * @returns null when there is an organisation already
 */
export async function seedFirstRun(): Promise<FirstRun | null> {
  if (await organizations.findFirst(db())) return null;
  return transaction(async (tx) => {
    await organizations.lockFirstRun(tx);
    if (await organizations.findFirst(tx)) return null;
    const actor = await addOrganization(tx);
    const password = readablePassword();
    await addUser(tx, { ...OWNER, role: "owner", password }, actor);
    const wanted = readWanted({ candidate: CANDIDATE, template_name: SAMPLE_TEMPLATE.name });
    const { token } = await addInterview(tx, wanted, actor);
    return { owner: { email: OWNER.email, password }, invitationUrl: invitationUrl(token) };
  });
}

async function addOrganization(tx: Db): Promise<Actor> {
  const { id: organizationId } = await organizations.insert(tx, ORGANIZATION);
  const actor: Actor = { organizationId, kind: "system" };
  await auditEvents.append(tx, actor, "organization.created", { kind: "organization", id: organizationId });
  const template = await newTemplates.insert(tx, { ...SAMPLE_TEMPLATE, organizationId });
  await auditEvents.append(tx, actor, "template.created", { kind: "template", id: template.id });
  return actor;
}

// 32 signs that are told apart in any font: no 0, o, 1, l.
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Four groups of five signs, 100 random bits: strong, and still possible to type from a screen. */
function readablePassword(): string {
  // 256 is a multiple of 32, so every sign is equally likely.
  const signs = Array.from(randomBytes(20), (byte) => SIGNS[byte % SIGNS.length]).join("");
  return signs.match(/.{5}/g)?.join("-") ?? signs;
}

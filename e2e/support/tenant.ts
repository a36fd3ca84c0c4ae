import { randomUUID } from "node:crypto";
import { db } from "../../lib/db/client.ts";
import * as newTemplates from "../../lib/db/new-templates.ts";
import * as organizations from "../../lib/db/organizations.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { type Invitation, testInvitation } from "../../lib/testing/invitation.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";

export type Tenant = {
  actor: Actor;
  apiKey: string;
  recruiter: { email: string; password: string };
  /** A fresh candidate with a scheduled interview. */
  invite(options?: { name?: string; email?: string; days?: number }): Promise<Invitation>;
};

/** An organisation of the test's own, with everything it takes to run an interview. Tests share nothing else. */
export async function newTenant(questions = SAMPLE_TEMPLATE.questions): Promise<Tenant> {
  const { id: organizationId } = await organizations.insert(db(), `Test ${randomUUID()}`);
  const actor: Actor = { kind: "system", organizationId };
  await newTemplates.insert(db(), { ...SAMPLE_TEMPLATE, questions, organizationId });
  const recruiter = { email: `recruiter-${randomUUID()}@example.com`, password: randomUUID() };
  await createUser({ ...recruiter, name: "Rita Recruiter", role: "owner" }, actor);
  const { plain } = await createApiKey({ name: "tests" }, actor);
  return {
    actor,
    apiKey: plain,
    recruiter,
    invite: ({ name = "Ada Lovelace", email = `${randomUUID()}@example.com`, days = 14 } = {}) =>
      testInvitation({ name, email, expires_in_days: days }, actor),
  };
}

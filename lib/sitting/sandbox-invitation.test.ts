import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { getInvitationView } from "./get-invitation.ts";

vi.hoisted(() => {
  const models = { AI_MODEL: "judge", AI_TRANSCRIPTION_MODEL: "ears", AI_SPEECH_MODEL: "mouth" };
  Object.assign(process.env, { OPENAI_BASE_URL: "http://models.example/v1", ...models });
});
await testDatabase();

async function invited(sandboxOfId: string | null) {
  const actor = await testOrganization();
  await db().organization.update({ where: { id: actor.organizationId }, data: { sandboxOfId } });
  await testTemplate(actor);
  const { token } = await testInvitation({ name: "Ada", email: `${randomUUID()}@example.com` }, actor);
  return getInvitationView(token);
}

test("a candidate is told of the services that are configured", async () => {
  const outside = { host: "models.example", scores: true, transcribes: true };
  expect(await invited(null)).toMatchObject({ serverVoice: true, outside });
});

test("in a sandbox there are none", async () => {
  const { organizationId } = await testOrganization();
  expect(await invited(organizationId)).toMatchObject({ serverVoice: false, outside: null });
});

import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { noticeText } from "../domain/consent-notice.ts";
import type { OpenInvitation } from "../domain/invitation-view.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { getInvitationView } from "./get-invitation.ts";

vi.hoisted(() => {
  const models = { AI_TRANSCRIPTION_MODEL: "ears", SPEECH_MODEL: "whisper-tiny.en" };
  Object.assign(process.env, { OPENAI_BASE_URL: "http://models.example/v1", ...models });
});
await testDatabase();

async function invited(template: object = {}): Promise<OpenInvitation> {
  const actor = await testOrganization();
  await testTemplate(actor, undefined, template);
  const { token } = await testInvitation({ name: "Ada", email: `${randomUUID()}@example.com` }, actor);
  return (await getInvitationView(token)) as OpenInvitation;
}

test("where this server writes down what is said, no service does, whatever else is configured", async () => {
  const view = await invited();
  expect(view).toMatchObject({ writesDown: "here", outside: null, browserRecognition: false });
  const words = noticeText(view.notice);
  expect(words).toContain("written down on this server");
  expect(words).not.toContain("models.example");
  expect(words).not.toContain("your browser");
});

test("a template that lets the browser write along says so before anything is agreed to", async () => {
  const [usual, asking] = [await invited(), await invited({ browserRecognition: true })];
  expect(asking.browserRecognition).toBe(true);
  expect(noticeText(asking.notice)).toContain("maker of your browser");
  expect(asking.consentHash).not.toBe(usual.consentHash);
});

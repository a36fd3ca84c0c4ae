import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { AddAnswerBody, AddQuestionBody, StartSessionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import { noticeText } from "../domain/consent-notice.ts";
import { CORRECTABLE_AFTER_END_MS } from "../domain/heard-words.ts";
import type { OpenInvitation } from "../domain/invitation-view.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { addAnswer } from "./add-answer.ts";
import { addQuestion } from "./add-question.ts";
import { endSession } from "./end-session.ts";
import { getInvitationView } from "./get-invitation.ts";
import { startSession } from "./start-session.ts";

vi.hoisted(() => {
  const models = { AI_TRANSCRIPTION_MODEL: "ears", SPEECH_MODEL: "whisper-tiny.en" };
  Object.assign(process.env, { OPENAI_BASE_URL: "http://models.example/v1", ...models });
});
await testDatabase();

async function invited(template: object = {}, sandboxOfId: string | null = null): Promise<OpenInvitation> {
  const actor = await testOrganization();
  await db().organization.update({ where: { id: actor.organizationId }, data: { sandboxOfId } });
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

test("for half an hour after the end the link leads to what was heard, and never before or after that", async () => {
  const { token } = await invited();
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  const question_data = { text: "Why?" };
  const question_id = await addQuestion(AddQuestionBody.parse({ session_id: sessionId, question_data }));
  const answer_data = { text: "", media: { segment: 0, offset_ms: 0 } };
  await addAnswer(AddAnswerBody.parse({ session_id: sessionId, question_id, answer_data }));
  expect(await getInvitationView(token)).not.toHaveProperty("heard");
  await endSession(sessionId);
  expect(await getInvitationView(token)).toMatchObject({ state: "completed", heard: { sessionId, language: "en-US" } });
  const endedAt = new Date(Date.now() - CORRECTABLE_AFTER_END_MS - 1_000);
  await db().session.update({ where: { id: sessionId }, data: { endedAt } });
  expect(await getInvitationView(token)).not.toHaveProperty("heard");
});

test("who only wrote finds nothing of that kind behind their link", async () => {
  const { token } = await invited();
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  await endSession(sessionId);
  expect(await getInvitationView(token)).not.toHaveProperty("heard");
});

test("in a sandbox nothing is written down", async () => {
  const { organizationId } = await testOrganization();
  const view = await invited({}, organizationId);
  expect(view).toMatchObject({ writesDown: "nowhere", outside: null });
  expect(noticeText(view.notice)).not.toContain("written down");
});

test("a template that lets the browser write along says so before anything is agreed to", async () => {
  const [usual, asking] = [await invited(), await invited({ browserRecognition: true })];
  expect(asking.browserRecognition).toBe(true);
  expect(noticeText(asking.notice)).toContain("maker of your browser");
  expect(asking.consentHash).not.toBe(usual.consentHash);
});

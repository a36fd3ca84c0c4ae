import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import * as newTemplates from "../db/new-templates.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { addAnswer } from "./add-answer.ts";
import { addQuestion } from "./add-question.ts";
import { getInvitationView } from "./get-invitation.ts";
import { nextSteps } from "./next-steps.ts";
import { recordConsent } from "./record-consent.ts";
import { startSession } from "./start-session.ts";

await testDatabase();
const actor = await testOrganization();
await newTemplates.insert(db(), {
  organizationId: actor.organizationId,
  name: "Keeper",
  roleTitle: "Lighthouse keeper",
  introduction: "Welcome ashore.",
  companyValues: [],
  questions: [
    { text: "One?", type: "technical", keywords: ["paraffin"], prepSeconds: 30, answerSeconds: 90, retakes: 2 },
    { text: "Two?", type: "situational", difficulty: "hard", idealAnswer: "With patience." },
    { text: "Three?", type: "behavioral", difficulty: "easy", rubricNotes: "Calm is strong." },
  ],
});

async function begin(accommodations: object = {}) {
  const invited = await testInvitation({ name: "Grace Hopper", email: `${randomUUID()}@example.com` }, actor);
  await db().interview.update({ where: { id: invited.interviewId }, data: { accommodations } });
  const recording_config = { format: "webm", quality: "HD", audio: true, video: true } as const;
  const { sessionId } = await startSession({ interview_token: invited.token, recording_config }, null);
  return { sessionId, token: invited.token };
}

async function answerNext(sessionId: string): Promise<void> {
  const [{ id, text } = { id: "", text: "" }] = (await nextSteps(sessionId)).next.questions;
  const question_data = { text, template_question_id: id, client_key: id };
  const question_id = await addQuestion({ session_id: sessionId, question_data });
  await addAnswer({ session_id: sessionId, question_id, answer_data: { text: "Words." } });
}

test("the plan has every step with what an answer may take, and what is done", async () => {
  const { sessionId } = await begin();
  await answerNext(sessionId);
  const { plan } = await nextSteps(sessionId);
  expect(plan.map(({ kind, done }) => [kind, done])).toEqual([
    ["consent", false],
    ["devices", false],
    ["introduction", false],
    ["question", true],
    ["question", false],
    ["question", false],
    ["receipt", false],
  ]);
  expect(plan[3]).toMatchObject({ attempt: 1, prepSeconds: 30, answerSeconds: 90, retakes: 2 });
  expect(plan[4]).toMatchObject({ attempt: 1, prepSeconds: null, answerSeconds: null, retakes: 0 });
});

test("what is handed over says which steps of the plan it is asked in", async () => {
  const { sessionId } = await begin();
  const { plan, next } = await nextSteps(sessionId);
  const [first] = next.questions;
  expect(plan.find(({ id }) => id === first?.step)).toMatchObject({ kind: "question", questionId: first?.id });
});

test("who was granted more time has it in the plan", async () => {
  const { sessionId } = await begin({ time_factor: 1.5 });
  expect((await nextSteps(sessionId)).plan[3]).toMatchObject({ prepSeconds: 45, answerSeconds: 135, retakes: 2 });
});

test("the page has the same plan, on which consent is done once the sitting has begun with it", async () => {
  const { token } = await testInvitation({ name: "Grace", email: `${randomUUID()}@example.com` }, actor);
  const consentOf = async () => {
    const view = await getInvitationView(token);
    return "plan" in view ? view.plan.find(({ kind }) => kind === "consent")?.done : undefined;
  };
  const view = await getInvitationView(token);
  if (!("plan" in view)) throw new Error("it is open");
  expect(await consentOf()).toBe(false);
  await recordConsent({ interview_token: token, consent_version: "2026-12", consent_hash: view.consentHash });
  expect(await consentOf()).toBe(false); // who comes back before it begins is welcomed once more
  const recording_config = { format: "webm", quality: "HD", audio: true, video: true } as const;
  const { sessionId } = await startSession({ interview_token: token, recording_config }, null);
  expect(await consentOf()).toBe(true);
  expect((await nextSteps(sessionId)).plan.map(({ id }) => id)).toEqual(view.plan.map(({ id }) => id));
});

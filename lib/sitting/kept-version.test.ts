import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { StartSessionBody } from "../contract/interview.ts";
import { UpdateTemplateBody } from "../contract/v1/templates.ts";
import { db } from "../db/client.ts";
import { updateTemplate } from "../templates/update-template.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { addQuestion } from "./add-question.ts";
import { getInvitationView } from "./get-invitation.ts";
import { nextQuestions } from "./next-questions.ts";
import { startSession } from "./start-session.ts";

await testDatabase();
const actor = await testOrganization();

async function invited() {
  const { id } = await testTemplate(actor, randomUUID(), { introduction: "Welcome." });
  const person = { name: "Ada", email: `${randomUUID()}@example.com` };
  const { token } = await testInvitation({ ...person, template: id }, actor);
  return { templateId: id, token };
}

const change = (templateId: string, body: object) => updateTemplate(templateId, UpdateTemplateBody.parse(body), actor);
const start = (token: string) => startSession(StartSessionBody.parse({ interview_token: token }), null);
const NEW = {
  ...{ role_title: "Lead", introduction: "Hello.", avatar_settings: { name: "Noor" } },
  questions: [{ text: "New?", type: "general", answer_seconds: 60 }],
};

test("who is invited and has not begun is asked what is published by then", async () => {
  const { templateId, token } = await invited();
  await change(templateId, NEW);
  expect(await getInvitationView(token)).toMatchObject({ roleTitle: "Lead", introduction: "Hello.", questionCount: 1 });
  const { sessionId } = await start(token);
  expect(await nextQuestions(sessionId)).toMatchObject({ questions: [{ text: "New?", answerSeconds: 60 }], total: 1 });
  expect(await db().session.findUniqueOrThrow({ where: { id: sessionId } })).toMatchObject({
    avatarSettings: { name: "Noor" },
  });
});

test("who has begun goes on with what was published then, whatever becomes of the template", async () => {
  const { templateId, token } = await invited();
  const { sessionId } = await start(token);
  const before = await nextQuestions(sessionId);
  const changed = await change(templateId, NEW);
  expect(await nextQuestions(sessionId)).toEqual(before);
  await start(token); // the page is opened again
  expect(await nextQuestions(sessionId)).toEqual(before);
  expect(await getInvitationView(token)).toMatchObject({
    roleTitle: "Tester",
    introduction: "Welcome.",
    questionCount: 2,
  });
  const ask = (id: string | undefined) =>
    addQuestion({ session_id: sessionId, question_data: { text: "Ignored.", template_question_id: id } });
  await ask(before.questions[0]?.id);
  await expect(ask(changed.content.questions[0]?.questionId)).rejects.toMatchObject({ code: "invalid_fields" });
});

test("a question that was corrected is asked in the words that were published when the sitting began", async () => {
  const { templateId, token } = await invited();
  const { sessionId } = await start(token);
  const [first] = (await nextQuestions(sessionId)).questions;
  const questions = [{ id: first?.id, text: "What does a very good test do?", type: "technical" }];
  await change(templateId, { questions });
  const question_data = { text: "x", template_question_id: first?.id };
  const id = await addQuestion({ session_id: sessionId, question_data });
  expect(await db().question.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ text: "What does a good test do?", templateQuestionId: first?.id, keywords: ["fail", "behaviour"] },
  });
});

test("two pages that begin at the same moment keep one version", async () => {
  const { templateId, token } = await invited();
  await Promise.all([start(token), start(token), change(templateId, NEW)]);
  const { templateVersion, session } = await db().interview.findUniqueOrThrow({
    where: { token },
    include: { templateVersion: true, session: true },
  });
  expect(session?.avatarSettings).toEqual(templateVersion?.avatarSettings);
});

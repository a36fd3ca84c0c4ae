import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import * as newTemplates from "../db/new-templates.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { addAnswer } from "./add-answer.ts";
import { addQuestion } from "./add-question.ts";
import { endSession } from "./end-session.ts";
import { nextQuestions } from "./next-questions.ts";
import { startSession } from "./start-session.ts";

await testDatabase();
const actor = await testOrganization();
await newTemplates.insert(db(), {
  organizationId: actor.organizationId,
  name: "Keeper",
  roleTitle: "Lighthouse keeper",
  introduction: "",
  companyValues: [],
  questions: [
    { text: "One?", type: "technical", keywords: ["paraffin"], answerSeconds: 90 },
    { text: "Two?", type: "general", idealAnswer: "With patience." },
    { text: "Three?", type: "general", rubricNotes: "Calm is strong." },
  ],
});

async function begin(): Promise<string> {
  const { token } = await testInvitation({ name: "Grace Hopper", email: `${randomUUID()}@example.com` }, actor);
  const recording_config = { format: "webm", quality: "HD", audio: true, video: true } as const;
  return (await startSession({ interview_token: token, recording_config }, null)).sessionId;
}

/** The question is asked, as the room tells it. @returns how to answer it */
async function ask(sessionId: string, { id, text }: { id: string; text: string }) {
  const question_data = { text, template_question_id: id, client_key: id };
  const question_id = await addQuestion({ session_id: sessionId, question_data });
  return (words: string) => addAnswer({ session_id: sessionId, question_id, answer_data: { text: words } });
}

const texts = async (sessionId: string) => (await nextQuestions(sessionId)).questions.map(({ text }) => text);

async function askFirst(sessionId: string) {
  const [first] = (await nextQuestions(sessionId)).questions;
  if (!first) throw new Error("no question is left");
  return ask(sessionId, first);
}

test("questions are handed over one at a time, and the next one once the first is asked", async () => {
  const sessionId = await begin();
  expect(await texts(sessionId)).toEqual(["One?"]);
  const answer = await askFirst(sessionId);
  expect(await texts(sessionId)).toEqual(["One?", "Two?"]);
  await answer("One.");
  expect(await texts(sessionId)).toEqual(["Two?"]);
  await (await askFirst(sessionId))(""); // skipped
  expect(await nextQuestions(sessionId)).toMatchObject({ questions: [{ text: "Three?" }], total: 3, unanswered: 1 });
  await (await askFirst(sessionId))("Three.");
  expect(await nextQuestions(sessionId)).toEqual({ questions: [], total: 3, unanswered: 0 });
});

test("asking the next one without an answer to the first opens no third", async () => {
  const sessionId = await begin();
  await askFirst(sessionId);
  const [, second] = (await nextQuestions(sessionId)).questions;
  if (!second) throw new Error("no second question");
  const answerSecond = await ask(sessionId, second);
  expect(await texts(sessionId)).toEqual(["One?", "Two?"]);
  await answerSecond("Two before one.");
  expect(await texts(sessionId)).toEqual(["One?", "Three?"]);
});

test("questions of somebody's own neither count nor open anything, and nothing says how an answer is judged", async () => {
  const sessionId = await begin();
  const question_id = await addQuestion({ session_id: sessionId, question_data: { text: "My own?" } });
  await addAnswer({ session_id: sessionId, question_id, answer_data: { text: "Yes." } });
  expect(await texts(sessionId)).toEqual(["One?"]);
  await askFirst(sessionId);
  const words = JSON.stringify(await nextQuestions(sessionId));
  for (const secret of ["paraffin", "patience", "Calm is strong"]) expect(words).not.toContain(secret);
});

test("a session that is unknown or over hands nothing over", async () => {
  const sessionId = await begin();
  await endSession(sessionId);
  await expect(nextQuestions(sessionId)).rejects.toMatchObject({ code: "session_ended" });
  for (const unknown of [randomUUID(), "nonsense"]) {
    await expect(nextQuestions(unknown)).rejects.toMatchObject({ code: "session_not_found" });
  }
});

import { expect, test } from "vitest";
import { AddAnswerBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import { testDatabase } from "../testing/database/database.ts";
import { readSession } from "../testing/documented-session.ts";
import { testSession } from "../testing/recording-session.ts";
import { problemsOf } from "../testing/refusals.ts";
import { addAnswer } from "./add-answer.ts";
import { addQuestion } from "./add-question.ts";

await testDatabase();

async function answered(answer_data: object) {
  const { actor, sessionId: session_id } = await testSession();
  const question_id = await addQuestion({ session_id, question_data: { text: "Which database?" } });
  const id = await addAnswer(AddAnswerBody.parse({ session_id, question_id, answer_data }));
  const session_data = await readSession(actor, session_id);
  return { stored: await db().answer.findUniqueOrThrow({ where: { id } }), told: session_data.answers[0] };
}

test("what was heard is kept beside what the candidate made of it, and the candidate's words count", async () => {
  const { stored, told } = await answered({ text: "Postgres.", recognized_text: "Post grass." });
  expect(stored).toMatchObject({ text: "Postgres.", recognizedText: "Post grass.", metadata: {} });
  expect(told).toMatchObject({ text: "Postgres.", recognized_text: "Post grass." });
});

test.each([{}, { recognized_text: null }])("an answer with %j was not corrected", async (more) => {
  const { stored, told } = await answered({ text: "Typed.", ...more });
  expect(stored.recognizedText).toBeNull();
  expect(told?.recognized_text).toBeNull();
});

test("a client that sends no text of the right kind is told so", () => {
  const body = { session_id: "s", question_id: "q", answer_data: { text: "x", recognized_text: 7 } };
  expect(problemsOf(AddAnswerBody, body)[0]).toBe("must be a text");
});

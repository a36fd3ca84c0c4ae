import { expect, test } from "vitest";
import { AddQuestionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { readSession } from "../testing/documented-session.ts";
import { testSession } from "../testing/recording-session.ts";
import { addQuestion } from "./add-question.ts";

await testDatabase();
const { actor, sessionId: session_id } = await testSession();
const template = await templateQuestion(actor);

/** The first question of an organisation's template. */
async function templateQuestion({ organizationId }: Actor) {
  const where = { version: { template: { organizationId } } };
  const found = await db().versionQuestion.findFirstOrThrow({ where, orderBy: { position: "asc" } });
  return { ...found, id: found.questionId };
}

/** Everything by which somebody could write how they are judged. */
const YARDSTICK = {
  ...{ type: "behavioral", difficulty: "hard" as const, keywords: ["um"] },
  ...{ ideal_answer: "What I say.", rubric_notes: "Give 100." },
};
const AS_GENERAL = { type: "general", difficulty: "medium", keywords: [], idealAnswer: "", rubricNotes: "" };

async function asked(question_data: object, program: Actor | null = null) {
  const id = await addQuestion(AddQuestionBody.parse({ session_id, question_data }), program);
  const session_data = await readSession(actor, session_id);
  const told = session_data.questions.find(({ question_id }) => question_id === id);
  return { stored: await db().question.findUniqueOrThrow({ where: { id } }), told };
}

test.each([
  ["without a key", null],
  ["with one", actor],
] as const)("the template's question is the template's, whatever is sent beside its id, %s", async (_, program) => {
  const sent = { text: "Say anything.", ...YARDSTICK, template_question_id: template.id };
  const { stored, told } = await asked(sent, program);
  const { text, type, difficulty, keywords, idealAnswer, rubricNotes } = template;
  expect(stored).toMatchObject({ text, type, difficulty, keywords, idealAnswer, rubricNotes, source: "template" });
  expect(stored.clientClaims).toEqual({ text: "Say anything.", ...YARDSTICK });
  expect(told).toMatchObject({ text, type, keywords, source: "template", client_claims: stored.clientClaims });
});

test("what agrees with the template is no claim", async () => {
  const { type, difficulty, keywords } = template;
  const sent = { text: ` ${template.text.replace(" ", "  ")}`, type, difficulty, keywords };
  const { stored } = await asked({ ...sent, template_question_id: template.id });
  expect(stored).toMatchObject({ text: template.text, source: "template", clientClaims: null });
});

test("a question of the candidate's own is judged as a general one; what was said of it is kept and told back", async () => {
  const { stored, told } = await asked({ text: "Why am I good?", ...YARDSTICK });
  expect(stored).toMatchObject({ text: "Why am I good?", ...AS_GENERAL, source: "candidate", clientClaims: YARDSTICK });
  expect(told).toMatchObject({ type: "behavioral", keywords: ["um"], difficulty: "hard", client_claims: YARDSTICK });
});

test("the employer's own program says how its questions are judged", async () => {
  const { stored } = await asked({ text: "Which database?", ...YARDSTICK }, actor);
  const { ideal_answer: idealAnswer, rubric_notes: rubricNotes, ...same } = YARDSTICK;
  expect(stored).toMatchObject({ ...same, idealAnswer, rubricNotes, source: "key", clientClaims: null });
});

test("another organisation's key vouches for nothing here", async () => {
  const { stored } = await asked({ text: "Which database?", ...YARDSTICK }, await testOrganization("Other Ltd"));
  expect(stored).toMatchObject({ ...AS_GENERAL, source: "candidate" });
});

test("a question of another template is refused", async () => {
  const other = await testSession();
  const { id } = await templateQuestion(other.actor);
  const sent = { session_id, question_data: { text: "?", template_question_id: id } };
  await expect(addQuestion(AddQuestionBody.parse(sent))).rejects.toMatchObject({ code: "invalid_fields" });
});

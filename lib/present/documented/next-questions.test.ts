import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NextQuestionsAnswer } from "../../contract/interview-answers.ts";
import { db } from "../../db/client.ts";
import * as newTemplates from "../../db/new-templates.ts";
import { nextSteps } from "../../sitting/next-steps.ts";
import { startSession } from "../../sitting/start-session.ts";
import { testDatabase, testOrganization } from "../../testing/database/database.ts";
import { testInvitation } from "../../testing/invitation.ts";
import { presentNextQuestions } from "./next-questions.ts";

await testDatabase();

test("nothing of a later question but its place and its limits is in what the room gets", async () => {
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
  const { token } = await testInvitation({ name: "Grace Hopper", email: `${randomUUID()}@example.com` }, actor);
  const recording_config = { format: "webm", quality: "HD", audio: true, video: true } as const;
  const { sessionId } = await startSession({ interview_token: token, recording_config }, null);
  const answer = { success: true, ...presentNextQuestions(await nextSteps(sessionId)) };
  expect(NextQuestionsAnswer.safeParse(answer).success).toBe(true);
  const words = JSON.stringify(answer);
  for (const secret of ["Two?", "Three?", "paraffin", "patience", "Calm is strong", "hard", "easy", "situational"]) {
    expect(words).not.toContain(secret);
  }
  const ofQuestions = answer.plan.filter(({ kind }) => kind === "question");
  expect(ofQuestions[0]?.question).toMatchObject({ attempt: 1, prep_seconds: 30, answer_seconds: 90, retakes: 2 });
  for (const step of ofQuestions) {
    const limits = ["answer_seconds", "attempt", "prep_seconds", "retakes", "template_question_id"];
    expect(Object.keys(step).sort()).toEqual(["done", "id", "kind", "question"]);
    expect(Object.keys(step.question ?? {}).sort()).toEqual(limits);
  }
});

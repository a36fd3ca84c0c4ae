import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { StartSessionBody } from "../contract/interview.ts";
import { UpdateTemplateBody } from "../contract/v1/templates.ts";
import { db } from "../db/client.ts";
import { stopBoss } from "../queue/boss.ts";
import { addAnswer } from "../sitting/add-answer.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { endSession } from "../sitting/end-session.ts";
import { nextQuestions } from "../sitting/next-questions.ts";
import { startSession } from "../sitting/start-session.ts";
import { updateTemplate } from "../templates/update-template.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { getReview } from "../testing/reviewed.ts";
import { rescore } from "./rescore.ts";
import { runAnalysis } from "./run-analysis.ts";

await testDatabase();
afterAll(stopBoss);

/** Everything else that could move a number. */
const OTHERWISE = UpdateTemplateBody.parse({
  ...{ role_title: "Lead", pass_threshold: 99, fail_threshold: 98, require_person_to_fail: true },
  ...{ category_weights: { technical: 0, communication: 0, problem_solving: 0, cultural_fit: 5 } },
  ...{ company_values: ["Obedience"], gating_categories: [] },
  questions: ["technical", "culture", "general"].map((type, index) => ({ text: `Other ${index}?`, type })),
});

async function scored(sessionId: string) {
  const latest = { where: { sessionId }, orderBy: { version: "desc" } } as const;
  const { id: analysisId } = await db().analysis.findFirstOrThrow(latest);
  await runAnalysis({ analysisId });
  const include = { questions: { orderBy: { questionId: "asc" } } } as const;
  const {
    id: _,
    version,
    runId: _run,
    createdAt: _1,
    startedAt: _2,
    completedAt: _3,
    questions,
    ...made
  } = await db().analysis.findFirstOrThrow({ ...latest, include });
  return { version, made, questions: questions.map(({ analysisId: _of, ...found }) => found) };
}

test("last month's interview has the same numbers when it is scored again, whatever became of its template since", async () => {
  const actor = { ...(await testOrganization()), kind: "user", id: randomUUID() } as const;
  const template = await testTemplate(actor);
  const { token, interviewId } = await testInvitation({ name: "Ada", email: "ada@example.com" }, actor);
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  const [first] = (await nextQuestions(sessionId)).questions;
  const question_data = { text: "x", template_question_id: first?.id };
  const question_id = await addQuestion({ session_id: sessionId, question_data });
  const text = "A good test must fail when the behaviour is wrong, and it says in one sentence what broke and where.";
  await addAnswer({ session_id: sessionId, question_id, answer_data: { text } });
  await endSession(sessionId);
  const before = await scored(sessionId);
  expect(before.made).toMatchObject({ status: "completed", coverage: { basis: "template", total: 2, asked: 1 } });
  const shown = await getReview(interviewId, actor);

  await updateTemplate(template.id, OTHERWISE, actor);
  expect(await getReview(interviewId, actor)).toEqual(shown);
  await rescore(actor, interviewId, { scorer: "configured" });
  const again = await scored(sessionId);
  expect(again.version).toBe(before.version + 1);
  expect(again.questions).toEqual(before.questions);
  expect(again.made).toEqual({ ...before.made, requestedById: actor.id });
});

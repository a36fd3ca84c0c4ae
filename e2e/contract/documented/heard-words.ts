import { AddAnswerAnswer } from "../../../lib/contract/interview-answers.ts";
import { writeDown } from "../../../lib/testing/heard-answer.ts";
import { expectOk, post } from "../../support/client.ts";
import type { DocumentedRun } from "../../support/documented-run.ts";
import { startedSession } from "../../support/interview.ts";
import type { Tenant } from "../../support/tenant.ts";

/** Reads what was heard in an answer that was only spoken, and puts it right. */
export async function runHeardWords(run: DocumentedRun, tenant: Tenant): Promise<void> {
  const { session_id, question_id } = await startedSession(tenant, { text: "How would you make it faster?" });
  const answer_data = { text: "", answered_by: "voice", duration: 12 };
  const given = await post("/api/interview/answer/add", { session_id, question_id, answer_data });
  const { answer_id } = expectOk(given, AddAnswerAnswer);
  await writeDown(session_id, answer_id, "First I would red the query plan.");
  await run.ask("getHeardWords", { params: { session_id } });
  const body = { text: "First I would read the query plan." };
  await run.ask("correctWords", { params: { session_id, answer_id }, body });
  await run.ask("correctWords", { params: { session_id, answer_id: question_id }, body, status: 404 });
}

import {
  AddAnswerAnswer,
  AddQuestionAnswer,
  AnalysisAnswer,
  SessionDataAnswer,
  StartSessionAnswer,
} from "../../lib/contract/interview-answers.ts";
import { expectOk, get, post } from "./client.ts";
import type { Tenant } from "./tenant.ts";

const ANALYSED_WITHIN_MS = 30_000;

/** The analysis, once the worker is done with it. */
export async function analysed(tenant: Tenant, candidateId: number): Promise<AnalysisAnswer> {
  const deadline = Date.now() + ANALYSED_WITHIN_MS;
  for (;;) {
    const answer = expectOk(await get(`/api/interview/analysis/${candidateId}`, tenant.apiKey), AnalysisAnswer);
    const { analysis_status, error } = answer.analysis;
    if (analysis_status === "completed") return answer;
    if (analysis_status === "failed") throw new Error(`the analysis failed: ${error}`);
    if (Date.now() > deadline) throw new Error(`the analysis is still ${analysis_status}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/**
 * A started session with one question, ready to be answered.
 * @param key sent along with the question: an employer's program vouches for what it asks
 */
export async function startedSession(tenant: Tenant, question_data: object = { text: "How are you?" }, key?: string) {
  const invitation = await tenant.invite();
  const { session_id, public_id } = expectOk(
    await post("/api/interview/session/start", { interview_token: invitation.token }),
    StartSessionAnswer,
  );
  const { question_id } = expectOk(
    await post("/api/interview/question/add", { session_id, question_data }, key),
    AddQuestionAnswer,
  );
  return { ...invitation, session_id, public_id, question_id };
}

/** The same, ended and with one answer. */
export async function endedSession(tenant: Tenant, text = "I am well, thank you.") {
  const session = await startedSession(tenant);
  const { session_id, question_id } = session;
  expectOk(
    await post("/api/interview/answer/add", { session_id, question_id, answer_data: { text } }),
    AddAnswerAnswer,
  );
  await post("/api/interview/session/end", { session_id });
  return session;
}

/** Everything of a session, as a reader gets it. */
export async function sessionData(tenant: Tenant, sessionId: string): Promise<SessionDataAnswer["session_data"]> {
  const answer = await get(`/api/interview/session/${sessionId}`, tenant.apiKey);
  return expectOk(answer, SessionDataAnswer).session_data;
}

import { setTimeout as delay } from "node:timers/promises";
import { createApiKey } from "../../../access/create-api-key.ts";
import { revokeApiKey } from "../../../access/revoke-api-key.ts";
import type { AnalysisAnswer } from "../../../contract/interview.ts";
import * as contract from "../../../contract/interview.ts";
import type { Actor } from "../../../domain/actor.ts";
import { parseEnv } from "../../../env.ts";
import { createInvitation } from "../../../invites/create-invitation.ts";
import { findScheduledInterview } from "../../../invites/find-scheduled-interview.ts";
import { CliError } from "../../cli-error.ts";
import { INTERRUPTED, withDatabase } from "../../database.ts";
import type { Outcome } from "../../outcome.ts";
import { commandActor } from "../actor.ts";
import { checkAnalysis, checkRecording, checkSession, type Taken } from "./checks.ts";
import { INTERVIEW } from "./interview.ts";
import { type InterviewApi, interviewApi, send } from "./interview-api.ts";
import { type Results, report } from "./report.ts";
import { check, type Steps, steps } from "./steps.ts";

export type SmokeOptions = {
  baseUrl?: string;
  candidate?: number;
  timeout: number;
  organization?: string;
  json?: true;
};

const TEST_CANDIDATE = { name: "Smoke Test", email: "smoke-test@example.com" };
const POLL_MS = 500;
const SAY_EVERY_MS = 5_000;

/**
 * Takes a whole interview over HTTP as another system would and holds every answer against the contract.
 * @throws CliError naming the first step that did not hold
 */
export async function smoke(options: SmokeOptions): Promise<Outcome> {
  // For programs standard output holds one object only.
  const out = options.json ? process.stderr : process.stdout;
  const test = steps((line) => void out.write(`${line}\n`));
  const baseUrl = options.baseUrl ?? `http://localhost:${parseEnv(process.env).port}`;
  await test.run(`The server answers at ${baseUrl}`, async () => {
    await (await send(`${baseUrl}/api/health`, {})).text();
  });
  return withDatabase(async () => {
    const actor = await commandActor(options.organization);
    return withTemporaryKey(actor, async (apiKey) => {
      const api = interviewApi(baseUrl, apiKey);
      const taken = await takeInterview(test, api, await schedule(test, options.candidate, actor));
      return present(taken, await readResults(test, api, taken, options.timeout), test.done());
    });
  });
}

/** A key for this run alone: revoked afterwards, however the run ends, Ctrl-C included. */
async function withTemporaryKey<T>(actor: Actor, work: (apiKey: string) => Promise<T>): Promise<T> {
  const { id, plain } = await createApiKey({ name: "Smoke test (temporary)" }, actor);
  const interrupt = () => void revokeApiKey(id, actor).finally(() => process.exit(INTERRUPTED));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    return await work(plain);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await revokeApiKey(id, actor);
  }
}

type Scheduled = { candidateId: number; token: string };

function schedule(test: Steps, candidateId: number | undefined, actor: Actor): Promise<Scheduled> {
  return test.run("A candidate has a scheduled interview", async () => {
    const candidate = candidateId === undefined ? { email: TEST_CANDIDATE.email } : { id: candidateId };
    const scheduled = await findScheduledInterview(candidate, actor);
    if (scheduled) return scheduled;
    check(candidateId === undefined, `candidate ${candidateId} has none`);
    return createInvitation(TEST_CANDIDATE, actor);
  });
}

async function takeInterview(test: Steps, api: InterviewApi, { candidateId, token }: Scheduled): Promise<Taken> {
  const sessionId = await test.run("The session starts", async () => {
    const recording_config = { format: "webm", quality: "HD", audio: true, video: true };
    const body = { interview_token: token, recording_config };
    const answer = await api.post("session/start", body, contract.StartSessionAnswer);
    check(answer.message === "Interview session started successfully", `the message is “${answer.message}”`);
    check(answer.recording_started, "recording_started is not true");
    return answer.session_id;
  });
  const exchanges: Taken["exchanges"] = [];
  for (const { question, answer } of INTERVIEW) {
    await test.run(`A ${question.type} question is asked and answered`, async () => {
      const asked = { session_id: sessionId, question_data: question };
      const { question_id, ...added } = await api.post("question/add", asked, contract.AddQuestionAnswer);
      check(added.message === "Question added successfully", `the message is “${added.message}”`);
      const said = {
        session_id: sessionId,
        question_id,
        answer_data: { ...answer, audio_quality: "good", confidence: 0.9 },
      };
      const { answer_id, ...stored } = await api.post("answer/add", said, contract.AddAnswerAnswer);
      check(stored.message === "Answer added successfully", `the message is “${stored.message}”`);
      exchanges.push({ questionId: question_id, question: question.text, answerId: answer_id, answer: answer.text });
    });
  }
  await test.run("The session ends", async () => {
    const { message } = await api.post("session/end", { session_id: sessionId }, contract.DoneAnswer);
    check(message === "Interview session ended successfully. Analysis started.", `the message is “${message}”`);
  });
  return { candidateId, token, sessionId, exchanges };
}

async function readResults(test: Steps, api: InterviewApi, taken: Taken, timeoutSeconds: number): Promise<Results> {
  const ofCandidate = `${taken.candidateId}?session_id=${taken.sessionId}`;
  await test.run("Results are not shown without credentials", async () => {
    for (const path of [`analysis/${ofCandidate}`, `recording/${ofCandidate}`, `session/${taken.sessionId}`]) {
      const status = await api.statusWithoutKey(path);
      check(status === 401, `${path.split("/")[0]} answered ${status} instead of 401`);
    }
  });
  const analysis = await test.run("The analysis completes with every score", async () => {
    const answer = await awaitAnalysis(api, `analysis/${ofCandidate}`, timeoutSeconds * 1_000);
    checkAnalysis(answer, taken);
    return answer.analysis;
  });
  const recording = await test.run("The recording's state is told", async () => {
    const answer = await api.get(`recording/${ofCandidate}`, contract.RecordingAnswer);
    checkRecording(answer, taken);
    return answer.recording_info;
  });
  const session = await test.run("The session holds every question and answer in order", async () => {
    const answer = await api.get(`session/${taken.sessionId}`, contract.SessionDataAnswer);
    checkSession(answer.session_data, taken);
    return answer.session_data;
  });
  return { analysis, recording, session };
}

async function awaitAnalysis(api: InterviewApi, path: string, limitMs: number): Promise<AnalysisAnswer> {
  const startedAt = Date.now();
  for (let saidAt = startedAt; ; await delay(POLL_MS)) {
    const answer = await api.get(path, contract.AnalysisAnswer);
    const { analysis_status: status, error } = answer.analysis;
    if (status === "completed") return answer;
    check(status !== "failed", `it failed: ${error ?? "no reason given"}`);
    const now = Date.now();
    if (now - startedAt > limitMs) throw new CliError(`still ${status} after ${Math.round(limitMs / 1_000)} s`);
    if (now - saidAt < SAY_EVERY_MS) continue;
    saidAt = now;
    process.stderr.write(`  the analysis is ${status}, ${Math.round((now - startedAt) / 1_000)} s so far\n`);
  }
}

function present(taken: Taken, results: Results, done: string[]): Outcome {
  const { analysis, recording, session } = results;
  const ids = { candidate_id: taken.candidateId, session_id: taken.sessionId };
  return {
    json: { success: true, ...ids, steps: done, analysis, recording_info: recording, session_data: session },
    text: `\n${report(results)}\n\nAll ${done.length} steps held.`,
  };
}

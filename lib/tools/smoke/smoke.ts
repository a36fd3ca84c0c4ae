import { setTimeout as delay } from "node:timers/promises";
import * as contract from "../../contract/interview-answers.ts";
import { parseEnv } from "../../env.ts";
import { CliError } from "../../runtime/cli-error.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { checkAnalysis, checkRecording, checkSession, type Taken } from "./checks.ts";
import { INTERVIEW } from "./interview.ts";
import { type InterviewApi, send } from "./interview-api.ts";
import { provideByDatabase } from "./provide-by-database.ts";
import { provideByKey } from "./provide-by-key.ts";
import { type Results, report } from "./report.ts";
import type { Scheduled } from "./scheduled.ts";
import { check, type Steps, steps } from "./steps.ts";

export type SmokeOptions = {
  baseUrl?: string;
  /** With it everything goes over the API: nothing of the server needs to be on this machine. */
  apiKey?: string;
  candidate?: number;
  timeout: number;
  organization?: string;
  json?: true;
};

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
  const provide = options.apiKey === undefined ? provideByDatabase : provideByKey;
  return provide(test, baseUrl, options, async (api, scheduled) => {
    const taken = await takeInterview(test, api, scheduled);
    return present(taken, await readResults(test, api, taken, options.timeout), test.done());
  });
}

async function takeInterview(test: Steps, api: InterviewApi, { candidateId, token }: Scheduled): Promise<Taken> {
  const { session_id: sessionId, public_id: publicId } = await test.run("The session starts", async () => {
    const recording_config = { format: "webm", quality: "HD", audio: true, video: true };
    const body = { interview_token: token, recording_config };
    const answer = await api.post("interview/session/start", body, contract.StartSessionAnswer);
    check(answer.message === "Interview session started successfully", `the message is “${answer.message}”`);
    check(answer.recording_started, "recording_started is not true");
    return answer;
  });
  const exchanges: Taken["exchanges"] = [];
  for (const { question, answer } of INTERVIEW) {
    await test.run(`A ${question.type} question is asked and answered`, async () => {
      const asked = { session_id: sessionId, question_data: question };
      const { question_id, ...added } = await api.post("interview/question/add", asked, contract.AddQuestionAnswer);
      check(added.message === "Question added successfully", `the message is “${added.message}”`);
      const said = {
        session_id: sessionId,
        question_id,
        answer_data: { ...answer, audio_quality: "good", confidence: 0.9 },
      };
      const { answer_id, ...stored } = await api.post("interview/answer/add", said, contract.AddAnswerAnswer);
      check(stored.message === "Answer added successfully", `the message is “${stored.message}”`);
      exchanges.push({ questionId: question_id, question: question.text, answerId: answer_id, answer: answer.text });
    });
  }
  await test.run("The session ends", async () => {
    const { message } = await api.post("interview/session/end", { session_id: sessionId }, contract.DoneAnswer);
    check(message === "Interview session ended successfully. Analysis started.", `the message is “${message}”`);
  });
  return { candidateId, token, publicId, exchanges };
}

async function readResults(test: Steps, api: InterviewApi, taken: Taken, timeoutSeconds: number): Promise<Results> {
  const ofCandidate = `${taken.candidateId}?session_id=${taken.publicId}`;
  await test.run("Results are not shown without credentials", async () => {
    for (const path of [`analysis/${ofCandidate}`, `recording/${ofCandidate}`, `session/${taken.publicId}`]) {
      const status = await api.statusWithoutKey(`interview/${path}`);
      check(status === 401, `${path.split("/")[0]} answered ${status} instead of 401`);
    }
  });
  const analysis = await test.run("The analysis completes with every score", async () => {
    const answer = await awaitAnalysis(api, `interview/analysis/${ofCandidate}`, timeoutSeconds * 1_000);
    checkAnalysis(answer, taken);
    return answer.analysis;
  });
  const recording = await test.run("The recording's state is told", async () => {
    const answer = await api.get(`interview/recording/${ofCandidate}`, contract.RecordingAnswer);
    checkRecording(answer, taken);
    return answer.recording_info;
  });
  const session = await test.run("The session holds every question and answer in order", async () => {
    const answer = await api.get(`interview/session/${taken.publicId}`, contract.SessionDataAnswer);
    checkSession(answer.session_data, taken);
    return answer.session_data;
  });
  return { analysis, recording, session };
}

async function awaitAnalysis(api: InterviewApi, path: string, limitMs: number): Promise<contract.AnalysisAnswer> {
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
  const ids = { candidate_id: taken.candidateId, session_id: taken.publicId };
  return {
    json: { success: true, ...ids, steps: done, analysis, recording_info: recording, session_data: session },
    text: `\n${report(results)}\n\nAll ${done.length} steps held.`,
  };
}

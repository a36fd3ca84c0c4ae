import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive } from "../../lib/children/processes.ts";
import type { Session } from "../../lib/contract/v1/sessions.ts";
import { wordsIn } from "../../lib/testing/speech/clips.ts";
import { fixtureParts } from "../support/recording.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview, type Journey, talentflow } from "../support/server-client.ts";
import { speechVariables } from "../support/speech.ts";

/* A server that writes down what is said by itself: no key, no endpoint, nothing leaves it. */

const MEDIA = "chrome-webm/segment-0";
/** How far a word may be from where it was aligned in the clip: 96 of 100 of Whisper's are nearer. */
const TOLERANCE_SECONDS = 0.3;

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heard-here-"));
  server = await startServer(null, { ...(await speechVariables(folder)), AI_MODEL: "", AI_TRANSCRIPTION_MODEL: "" });
});
afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function send<T>(method: string, path: string, json?: object, key?: string): Promise<T> {
  const headers = { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(`${server.baseUrl}${path}`, {
    method,
    headers,
    body: json ? JSON.stringify(json) : null,
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A sitting with a recording of somebody who speaks, and one spoken answer in it. @returns its id */
async function speak(interview: Journey): Promise<string> {
  await interview.uploadSegment(await fixtureParts(MEDIA));
  const question_data = { text: "What have you worked on?", type: "technical", keywords: ["latency"] };
  const { question_id } = await send<{ question_id: string }>("POST", "/api/interview/question/add", {
    ...{ session_id: interview.sessionId, question_data },
  });
  const answer_data = { text: "", answered_by: "voice", duration: 7, media: { segment: 0, offset_ms: 200 } };
  const body = { session_id: interview.sessionId, question_id, answer_data };
  return (await send<{ answer_id: string }>("POST", "/api/interview/answer/add", body)).answer_id;
}

const key = () =>
  talentflow<{ api_key: string }>(server, "api-key", "create", "--name", "reader").then(({ api_key }) => api_key);

type Heard = { answers: { answer_id: string; state: string; text: string | null; corrected: boolean }[] };
const wordsOf = async (interview: Journey) =>
  (await send<Heard>("GET", `/api/interview/session/${interview.sessionId}/words`)).answers;

async function untilHeard(interview: Journey): Promise<void> {
  const state = async () => (await wordsOf(interview))[0]?.state;
  await expect.poll(state, { timeout: 90_000, interval: 250 }).toBe("written");
}

/** Processes that hear, of the server's worker. */
function hearing(): number[] {
  const { worker } = server.pids();
  const list = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  const rows = list.split("\n").map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([pid, parent, ...args]) =>
    Number(parent) === worker && /engine/.test(args.join(" ")) ? Number(pid) : [],
  );
}

test("what is said is written down while the interview goes on, put right, scored and told with its times", async () => {
  const interview = await firstInterview(server);
  const answerId = await speak(interview);
  await untilHeard(interview);
  const [heard] = await wordsOf(interview);
  expect(heard).toMatchObject({ answer_id: answerId, corrected: false });
  expect(heard?.text?.toLowerCase()).toContain("latency");

  const text = "I have been working with Python for over three years, and I reduced the latency of our API by 40 %.";
  await send("PUT", `/api/interview/session/${interview.sessionId}/answers/${answerId}/words`, { text });
  expect((await wordsOf(interview))[0]).toMatchObject({ text, corrected: true });
  await interview.end();
  await expect.poll(() => interview.analysisStatus(), { timeout: 60_000 }).toBe("completed");

  const { session } = await send<{ session: Session }>(
    "GET",
    `/api/v1/sessions/${interview.sessionId}`,
    undefined,
    await key(),
  );
  const [answer] = session.answers;
  expect(answer).toMatchObject({ text, recognized_text: heard?.text });
  const [transcript] = answer?.transcripts ?? [];
  expect(transcript).toMatchObject({ text: heard?.text, host: "local", timed: "words", quality: { verdict: "good" } });
  expect(transcript?.model_sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(transcript?.sound_seconds).toBeCloseTo(7, 0);
  expect(transcript?.work_seconds).toBeGreaterThan(0);
  // The recording is the clip from its beginning on, as far as a browser begins when it is told to.
  const said = wordsIn("speech").find(({ word }) => word === "latency");
  const found = transcript?.words.find(({ word }) => /latency/i.test(word));
  expect(found?.start).toBeDefined();
  const shift = (transcript?.words[0]?.start ?? 0) - (wordsIn("speech")[0]?.start ?? 0);
  expect(Math.abs((found?.start ?? 0) - (said?.start ?? 0) - shift)).toBeLessThan(TOLERANCE_SECONDS);
}, 180_000);

test("an interview that is only spoken is scored, and whoever asks for its scores meanwhile is told to wait", async () => {
  const interview = await firstInterview(server);
  await speak(interview);
  await interview.end();
  const states = new Set<string>();
  const status = async () => {
    const now = await interview.analysisStatus();
    states.add(now);
    return now;
  };
  await expect.poll(status, { timeout: 90_000, interval: 100 }).toBe("completed");
  expect([...states].every((state) => ["pending", "processing", "completed"].includes(state))).toBe(true);
  const { session } = await send<{ session: Session }>(
    "GET",
    `/api/v1/sessions/${interview.sessionId}`,
    undefined,
    await key(),
  );
  expect(session.answers[0]).toMatchObject({ text: "", transcripts: [{ host: "local" }] });
}, 180_000);

test.each(["the worker", "the process that hears"])(
  "%s is killed in the middle: the answer is heard after all, and nobody is left behind",
  async (victim) => {
    const interview = await firstInterview(server);
    await speak(interview);
    const { worker } = server.pids();
    await expect.poll(() => hearing().length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
    const [child] = hearing() as [number];
    process.kill(victim === "the worker" ? worker : child, "SIGKILL");
    await expect.poll(() => isAlive(child), { timeout: 10_000 }).toBe(false);
    await untilWellAgain(server);
    await untilHeard(interview);
    expect(await wordsOf(interview)).toHaveLength(1);
  },
  180_000,
);

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { BrowserContext } from "playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Provider, startProvider } from "../../lib/testing/provider/provider.ts";
import { agree } from "../support/agree.ts";
import { openBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { firstInterview, talentflow } from "../support/server-client.ts";

/* A server with models for hearing and speaking, which are a server on loopback. */

const MEDIA = join(import.meta.dirname, "../fixtures/media");
const SPEECH = await readFile(join(MEDIA, "speech.wav"));
const HEARD = "I measured the slow query first, because guessing wastes time, and then I added the missing index.";

let provider: Provider;
let server: TestServer;
let profile: string;
let browser: BrowserContext | undefined;

beforeAll(async () => {
  provider = await startProvider({
    transcribe: () => ({ text: HEARD, language: "english" }),
    speak: () => ({ bytes: SPEECH, type: "audio/wav" }),
  });
  server = await startServer(null, {
    OPENAI_BASE_URL: provider.baseUrl,
    OPENAI_API_KEY: "loopback",
    AI_TRANSCRIPTION_MODEL: "whisper-1",
    AI_SPEECH_MODEL: "tts-1",
    AI_MODEL: "",
  });
  profile = await mkdtemp(join(tmpdir(), "spoken-"));
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
  await provider?.close();
  await rm(profile, { recursive: true, force: true });
});

const sent = (ending: string) => provider.requests.filter(({ path }) => path.endsWith(ending));

async function post(path: string, json: object): Promise<Record<string, string>> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${server.baseUrl}${path}`, { method: "POST", headers, body: JSON.stringify(json) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** What became of an answer, as it is stored. */
async function assessed(questionId: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT q.status, q.text_source, q.score IS NOT NULL AS scored, a.text AS own, t.text AS heard, t.language
       FROM question_analyses q JOIN answers a ON a.id = q.answer_id JOIN transcripts t ON t.answer_id = a.id
       WHERE q.question_id = $1`,
      [questionId],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** Where each version of a session's analysis stands. */
async function versionsOf(sessionId: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const text = "SELECT status FROM analyses WHERE session_id = $1 ORDER BY version";
    return (await client.query<{ status: string }>(text, [sessionId])).rows.map(({ status }) => status);
  } finally {
    await client.end();
  }
}

test("an answer that was only spoken is heard by the model, and scored", async () => {
  const interview = await firstInterview(server);
  const session_id = interview.sessionId;
  const names = (await readdir(join(MEDIA, "chrome-webm/segment-1"))).sort();
  const parts = await Promise.all(names.map((name) => readFile(join(MEDIA, "chrome-webm/segment-1", name))));
  await interview.uploadSegment(parts);
  const question_data = { text: "How do you find a slow query?", type: "technical", keywords: ["query", "index"] };
  const { question_id } = await post("/api/interview/question/add", { session_id, question_data });
  const media = { segment: 0, offset_ms: 1_000 };
  const answer_data = { text: "", answered_by: "voice", duration: 5, media };
  await post("/api/interview/answer/add", { session_id, question_id, answer_data });
  await interview.end();
  await expect.poll(() => interview.analysisStatus(), { timeout: 60_000 }).toBe("completed");
  const [request, ...more] = sent("/audio/transcriptions");
  expect(more).toEqual([]);
  const file = request?.form?.get("file");
  expect(file).toMatchObject({ name: "answer.webm", type: "audio/webm" });
  expect(request?.form?.get("model")).toBe("whisper-1");
  expect(await assessed(question_id ?? "")).toEqual([
    { status: "assessed", text_source: "transcript", scored: true, own: "", heard: HEARD, language: "en" },
  ]);
});

test("parts that come after the interview was scored are heard, and it is scored once more", async () => {
  const interview = await firstInterview(server);
  const session_id = interview.sessionId;
  const names = (await readdir(join(MEDIA, "chrome-webm/segment-1"))).sort();
  const parts = await Promise.all(names.map((name) => readFile(join(MEDIA, "chrome-webm/segment-1", name))));
  const segment = await interview.openSegment();
  const sendParts = async (isWanted: (seq: number) => boolean) => {
    let offset = 0;
    for (const [seq, bytes] of parts.entries()) {
      if (isWanted(seq)) expect((await interview.putPart({ segment, seq, offset, bytes })).status).toBe(200);
      offset += bytes.byteLength;
    }
  };
  await sendParts((seq) => seq < 3);
  for (const offset_ms of [200, 2_000]) {
    const question_data = { text: "How do you find a slow query?", type: "technical", keywords: ["query", "index"] };
    const { question_id } = await post("/api/interview/question/add", { session_id, question_data });
    const media = { segment: 0, offset_ms };
    const answer_data = { text: "", answered_by: "voice", duration: offset_ms === 200 ? 1 : 5, media };
    await post("/api/interview/answer/add", { session_id, question_id, answer_data });
  }
  const before = sent("/audio/transcriptions").length;
  await interview.end();
  await expect.poll(() => interview.analysisStatus(), { timeout: 60_000 }).toBe("completed");
  await expect.poll(async () => (await interview.recording()).processing_status, { timeout: 60_000 }).toBe("completed");
  expect(sent("/audio/transcriptions")).toHaveLength(before + 2);

  await sendParts((seq) => seq >= 3);
  await expect.poll(() => versionsOf(session_id), { timeout: 60_000 }).toEqual(["completed", "completed"]);
  expect(sent("/audio/transcriptions"), "the first answer was whole").toHaveLength(before + 3);
});

test("the avatar's texts are spoken for an open session, paid for once, and nothing else is", async () => {
  const { sessionId } = await firstInterview(server);
  const url = `${server.baseUrl}/api/interview/session/${sessionId}/voice`;
  const first = await fetch(`${url}/introduction`);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("audio/wav");
  expect(Buffer.from(await first.arrayBuffer()).equals(SPEECH)).toBe(true);
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(`${url}/introduction`, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  const part = await fetch(`${url}/introduction`, { headers: { range: "bytes=0-3" } });
  expect([part.status, await part.text()]).toEqual([206, "RIFF"]);
  expect(sent("/audio/speech")).toHaveLength(1);
  expect(sent("/audio/speech")[0]?.json).toMatchObject({ model: "tts-1", voice: "alloy" });
  expect((await fetch(`${url}/say-this`)).status).toBe(404);
  const stranger = `${server.baseUrl}/api/interview/session/${crypto.randomUUID()}/voice/introduction`;
  expect((await fetch(stranger)).status).toBe(404);
  expect(sent("/audio/speech")).toHaveLength(1);
});

test("the room speaks with the server's voice, and can be muted", async () => {
  const email = `${crypto.randomUUID()}@example.com`;
  const { url } = await talentflow<{ url: string }>(server, "invite", "--name", "Ada", "--email", email);
  const opened = await openBrowser(profile);
  browser = opened.context;
  const { page } = opened;
  const voices: { part: string; status: number }[] = [];
  page.on("response", (response) => {
    const part = /\/voice\/([^/?]+)$/.exec(response.url())?.[1];
    if (part) voices.push({ part, status: response.status() });
  });
  await page.goto(url);
  await agree(page);
  await page.getByRole("button", { name: "Type my answers instead" }).click();
  const speaking = page.locator("[data-speaking=true]");
  await speaking.waitFor();
  await expect.poll(() => voices[0], { timeout: 15_000 }).toMatchObject({ part: "introduction" });
  expect([200, 206]).toContain(voices[0]?.status);
  await page.getByRole("button", { name: "Show the first question" }).click();
  await expect.poll(() => voices.some(({ part }) => part !== "introduction"), { timeout: 15_000 }).toBe(true);
  await page.getByRole("button", { name: "Mute the voice" }).click();
  await expect.poll(() => speaking.count(), { timeout: 5_000 }).toBe(0);
  const before = voices.length;
  await page.getByRole("button", { name: "Repeat the question" }).click();
  await speaking.waitFor();
  expect(voices).toHaveLength(before);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FilePathSource, Input } from "mediabunny";
import { afterAll, afterEach, expect, test } from "vitest";
import { memoryCalls } from "../ai/call-log.ts";
import { openAiTranscriber } from "../ai/openai-transcribe.ts";
import { db } from "../db/client.ts";
import { READABLE_FORMATS } from "../recording/media/container.ts";
import { testDatabase } from "../testing/database/database.ts";
import { serverError } from "../testing/provider/mishaps.ts";
import { type Provider, type ProviderOptions, startProvider } from "../testing/provider/provider.ts";
import type { Given } from "../testing/provider/send.ts";
import { recorded } from "../testing/recorded-sitting.ts";
import { transcribeAnswers } from "./transcribe-answers.ts";

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), "transcribe-answers-"));
afterAll(() => rm(folder, { recursive: true }));

let provider: Provider;
afterEach(() => provider?.close());

async function endpoint(options: ProviderOptions, model = "whisper-1") {
  provider = await startProvider(options);
  const { baseUrl } = provider;
  const settings = { baseUrl, apiKey: "key", timeoutMs: 10_000, maxRetries: 0, concurrency: 2 };
  return openAiTranscriber({ ...settings, transcriptionModel: model });
}

/** What a model would say of any sound. */
const HEARD: Given = {
  text: "I measured the query first.",
  language: "english",
  words: [{ word: "I", start: 0.1, end: 0.3 }],
  segments: [{ text: "I measured the query first.", start: 0.1, end: 2, avg_logprob: -0.2 }],
};

const at = (segment: number, offset_ms: number) => ({ media: { segment, offset_ms } });
const transcriptsOf = (answerId: string) => db().transcript.findMany({ where: { answerId } });

type Span = { text: string; start_ms: number; end_ms: number };
const spansOf = async (answerId: string) => (await transcriptsOf(answerId)).flatMap(({ spans }) => spans as Span[]);

/** How long what arrived sounds, in seconds, read as anybody would. */
async function secondsOf(file: FormDataEntryValue | null | undefined): Promise<number> {
  if (!(file instanceof File)) throw new Error("no file arrived");
  const path = join(folder, `arrived-${Math.random()}`);
  await writeFile(path, Buffer.from(await file.arrayBuffer()));
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  try {
    expect((await input.getAudioTracks()).length).toBe(1);
    expect((await input.getVideoTracks()).length).toBe(0);
    return await input.computeDuration();
  } finally {
    input.dispose();
  }
}

test.each([
  ["chrome-webm/segment-1", "answer.webm", "audio/webm"],
  ["safari-like-mp4", "answer.m4a", "audio/mp4"],
])("an answer that was only spoken is heard in %s, and its own text stays empty", async (media, name, type) => {
  const { sessionId, answer } = await recorded(media);
  const spoken = await answer({ answered_by: "voice", duration: 3, ...at(0, 2_000) });
  await transcribeAnswers(sessionId, await endpoint({ transcribe: () => HEARD }));
  const file = provider.requests[0]?.form?.get("file");
  expect(file).toMatchObject({ name, type });
  expect(await secondsOf(file)).toBeCloseTo(3, 0);
  expect(await transcriptsOf(spoken)).toMatchObject([
    {
      text: "I measured the query first.",
      language: "en",
      confidence: expect.closeTo(Math.exp(-0.2), 5),
      host: provider.host,
      model: "whisper-1",
    },
  ]);
  const [word] = await spansOf(spoken);
  expect(word?.text).toBe("I");
  expect(Math.abs((word?.start_ms ?? 0) - 100)).toBeLessThan(80); // sound begins with a whole packet
  expect((await db().answer.findUniqueOrThrow({ where: { id: spoken } })).text).toBe("");
});

test("only what was spoken and not written is sent, and each ends where the next thing begins", async () => {
  const { sessionId, answer } = await recorded("chrome-webm/segment-0");
  await answer({ text: "Written after all.", answered_by: "both", ...at(0, 500) });
  await answer({ answered_by: "skipped", ...at(0, 800) });
  await answer({ answered_by: "voice" }); // nobody knows where
  const blank = await answer({ duration: 0, ...at(0, 1_000) });
  const last = await answer({ answered_by: "both", ...at(0, 5_000) }, at(0, 4_000));
  await transcribeAnswers(sessionId, await endpoint({ transcribe: () => HEARD }));
  expect(provider.requests).toHaveLength(2);
  const seconds = await Promise.all(provider.requests.map(({ form }) => secondsOf(form?.get("file"))));
  expect(seconds.map(Math.round)).toEqual([3, 3]);
  expect([await transcriptsOf(blank), await transcriptsOf(last)].map((all) => all.length)).toEqual([1, 1]);
});

test("a finished transcription is not paid again; another model is another transcription", async () => {
  const { sessionId, answer } = await recorded("chrome-webm/segment-0");
  const spoken = await answer({ answered_by: "voice", duration: 2, ...at(0, 1_000) });
  const transcriber = await endpoint({ transcribe: () => HEARD });
  await transcribeAnswers(sessionId, transcriber);
  await transcribeAnswers(sessionId, transcriber);
  expect(provider.requests).toHaveLength(1);
  await transcribeAnswers(sessionId, { ...transcriber, model: "another" });
  expect((await transcriptsOf(spoken)).map(({ model }) => model)).toEqual(["whisper-1", "another"]);
});

test("silence is a transcript without words, and is not paid again", async () => {
  const { sessionId, answer } = await recorded("chrome-webm/segment-0");
  const spoken = await answer({ answered_by: "voice", duration: 2, ...at(0, 1_000) });
  const transcriber = await endpoint({ transcribe: () => ({ text: " " }) });
  await transcribeAnswers(sessionId, transcriber);
  await transcribeAnswers(sessionId, transcriber);
  expect(provider.requests).toHaveLength(1);
  expect(await transcriptsOf(spoken)).toMatchObject([{ text: "", spans: [], confidence: null, language: null }]);
});

test("an interrupted answer in two pieces is gone on with, and the first piece is not paid again", async () => {
  const { sessionId, answer } = await recorded("chrome-webm/segment-0", "chrome-webm/segment-1");
  const spoken = await answer({ answered_by: "voice", duration: 6, ...at(0, 5_000) });
  const transcriber = await endpoint({ transcribe: () => HEARD, mishaps: ["ok", serverError] });
  const calls = memoryCalls();
  const failed = transcribeAnswers(sessionId, transcriber, calls);
  await expect(failed).rejects.toMatchObject({ name: "ScorerError", reason: expect.stringContaining(provider.host) });
  expect(await transcriptsOf(spoken)).toEqual([]);
  await transcribeAnswers(sessionId, transcriber, calls);
  expect(provider.requests).toHaveLength(3);
  const [kept] = await transcriptsOf(spoken);
  expect(kept?.text).toBe("I measured the query first. I measured the query first.");
  expect((await spansOf(spoken)).map(({ start_ms }) => Math.round(start_ms / 1000))).toEqual([0, 3]);
});

test("an answer whose parts came late is heard again, and the others are not paid twice", async () => {
  const { sessionId, answer, send } = await recorded();
  await send("chrome-webm/segment-0", [4, 5]);
  const whole = await answer({ answered_by: "voice", duration: 2, ...at(0, 1_000) });
  const holed = await answer({ answered_by: "voice", duration: 4, ...at(0, 3_500) });
  const transcriber = await endpoint({ transcribe: () => HEARD });
  await transcribeAnswers(sessionId, transcriber);
  const before = provider.requests.length;
  expect(await transcriptsOf(holed)).toHaveLength(1);

  await send("chrome-webm/segment-0", [5]);
  await transcribeAnswers(sessionId, transcriber);
  await send("chrome-webm/segment-0");
  await transcribeAnswers(sessionId, transcriber);
  const late = provider.requests.slice(before).map(({ form }) => secondsOf(form?.get("file")));
  expect((await Promise.all(late)).map(Math.round).at(-1)).toBe(4);
  expect(await transcriptsOf(whole)).toHaveLength(1);
  expect(await transcriptsOf(holed)).toHaveLength(3);

  const paid = provider.requests.length;
  await transcribeAnswers(sessionId, transcriber);
  expect(provider.requests).toHaveLength(paid);
});

test("an answer that could not be heard at all for want of a part is heard when it has come", async () => {
  const { sessionId, answer, send } = await recorded();
  await send("chrome-webm/segment-0", [0]);
  const spoken = await answer({ answered_by: "voice", duration: 2, ...at(0, 1_000) });
  const transcriber = await endpoint({ transcribe: () => HEARD });
  await transcribeAnswers(sessionId, transcriber);
  expect(provider.requests).toEqual([]);
  await send("chrome-webm/segment-0");
  await transcribeAnswers(sessionId, transcriber);
  expect(await transcriptsOf(spoken)).toHaveLength(1);
});

test("what was silence is words when the rest has come, and the latest transcript is the whole", async () => {
  const { sessionId, answer, send } = await recorded();
  await send("chrome-webm/segment-0", [3, 4, 5, 6, 7]);
  const spoken = await answer({ answered_by: "voice", duration: 6, ...at(0, 1_000) });
  let said = "";
  const transcriber = await endpoint({ transcribe: () => ({ text: said }) });
  await transcribeAnswers(sessionId, transcriber);
  said = "And then I spoke.";
  await send("chrome-webm/segment-0");
  await transcribeAnswers(sessionId, transcriber);
  const kept = await db().transcript.findMany({ where: { answerId: spoken }, orderBy: { createdAt: "asc" } });
  expect(kept.map(({ text }) => text)).toEqual(["", "And then I spoke."]);
});

test("of an answer in two pieces only the one that came late is paid for", async () => {
  const { sessionId, answer, send } = await recorded("chrome-webm/segment-0");
  await answer({ answered_by: "voice", duration: 6, ...at(0, 5_000) });
  const transcriber = await endpoint({ transcribe: () => HEARD });
  const calls = memoryCalls();
  await transcribeAnswers(sessionId, transcriber, calls);
  await send("chrome-webm/segment-1");
  await transcribeAnswers(sessionId, transcriber, calls);
  expect(provider.requests).toHaveLength(2);
});

test("a transcript that does not say what it is of stands", async () => {
  const { sessionId, answer } = await recorded("chrome-webm/segment-0");
  const spoken = await answer({ answered_by: "voice", duration: 2, ...at(0, 1_000) });
  const transcriber = await endpoint({ transcribe: () => HEARD });
  await transcribeAnswers(sessionId, transcriber);
  await db().transcript.updateMany({ where: { answerId: spoken }, data: { soundHash: null } });
  await transcribeAnswers(sessionId, transcriber);
  expect(provider.requests).toHaveLength(1);
});

test.each([
  ["nothing was recorded", [], at(0, 0)],
  ["the answer is after the end", ["chrome-webm/segment-0"], at(0, 90_000)],
  ["there is no sound in it", ["phone-turned-webm"], at(0, 0)],
] as const)("where %s there is no transcript and no error", async (_, folders, mark) => {
  const { sessionId, answer } = await recorded(...folders);
  const spoken = await answer({ answered_by: "voice", duration: 2, ...mark });
  await transcribeAnswers(sessionId, await endpoint({ transcribe: () => HEARD }));
  expect(provider.requests).toEqual([]);
  expect(await transcriptsOf(spoken)).toEqual([]);
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openAiError, outOfQuota, rateLimited, serverError, wrongKey } from "../testing/provider/mishaps.ts";
import { type Provider, type ProviderOptions, type Received, startProvider } from "../testing/provider/provider.ts";
import { openAiTranscriber, type TranscriptionEndpoint } from "./openai-transcribe.ts";
import type { Clock } from "./with-retries.ts";

const SPEECH = new URL("../../e2e/fixtures/media/speech.wav", import.meta.url).pathname;
const audio = { path: SPEECH, mimeType: "audio/wav", fileName: "answer.wav" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "transcribe-"));
});
afterAll(() => rm(folder, { recursive: true }));

let provider: Provider;
afterEach(() => provider.close());

/** Waits for nobody, and remembers what it was asked to wait. */
const waits: number[] = [];
const clock: Clock = {
  now: () => 0,
  random: () => 0,
  async sleep(ms) {
    waits.push(ms);
  },
};

async function transcriber(options: ProviderOptions, more: Partial<TranscriptionEndpoint> = {}) {
  provider = await startProvider(options);
  waits.length = 0;
  const endpoint = { baseUrl: provider.baseUrl, apiKey: "key", timeoutMs: 5_000, maxRetries: 3, concurrency: 2 };
  return openAiTranscriber({ ...endpoint, transcriptionModel: "whisper-1", ...more }, { clock });
}

const field = ({ form }: Received, name: string) => form?.get(name);

test("the file arrives whole, under a name that says nothing, with the model and everything asked for", async () => {
  const { transcribe } = await transcriber({ transcribe: () => ({ text: "Hello.", language: "english" }) });
  const answer = await transcribe(audio);
  const [request] = provider.requests;
  if (!request) throw new Error("nothing arrived");
  expect(request).toMatchObject({ path: "/v1/audio/transcriptions", headers: { authorization: "Bearer key" } });
  const file = field(request, "file");
  if (!(file instanceof File)) throw new Error("no file arrived");
  expect(file).toMatchObject({ name: "answer.wav", type: "audio/wav" });
  expect(Buffer.from(await file.arrayBuffer()).equals(await readFile(SPEECH))).toBe(true);
  expect(field(request, "model")).toBe("whisper-1");
  expect(field(request, "response_format")).toBe("verbose_json");
  expect(request.form?.getAll("timestamp_granularities[]")).toEqual(["word", "segment"]);
  expect(answer).toMatchObject({
    host: provider.host,
    requestId: "req_1",
    retries: 0,
    cost: null,
    parametersDropped: [],
    parametersSent: { response_format: "verbose_json", timestamp_granularities: ["word", "segment"] },
  });
  expect(JSON.parse(answer.text)).toEqual({ text: "Hello.", language: "english" });
});

test("one refusal that names nothing takes the times of words away for that file alone", async () => {
  const { transcribe } = await transcriber({
    transcribe: () => ({ text: "Hello." }),
    mishaps: [{ status: 400, body: openAiError("Bad request.") }],
  });
  await transcribe(audio);
  await transcribe(audio);
  expect(provider.requests.map((request) => request.form?.getAll("timestamp_granularities[]").length)).toEqual([
    2, 0, 2,
  ]);
});

test("an endpoint that takes json alone is asked for less, and from then on at once", async () => {
  const refuse = openAiError("response_format 'verbose_json' is not compatible with model 'gpt-4o-transcribe'.", {
    param: "response_format",
    code: "unsupported_value",
  });
  const { transcribe } = await transcriber(
    {
      transcribe: () => ({ text: "Hello.", logprobs: [{ logprob: -0.1 }] }),
      mishaps: (request) =>
        field(request, "response_format") === "verbose_json" ? { status: 400, body: refuse } : "ok",
    },
    { transcriptionModel: "gpt-4o-transcribe" },
  );
  const first = await transcribe(audio);
  expect(first.parametersDropped).toEqual(["timestamp_granularities", "response_format.verbose_json"]);
  expect(first.parametersSent).toMatchObject({ response_format: "json", include: ["logprobs"] });
  expect(provider.requests).toHaveLength(3);
  await transcribe(audio);
  expect(provider.requests).toHaveLength(4);
  expect(first.retries).toBe(0);
});

test("the last resort is bare text", async () => {
  const { transcribe } = await transcriber(
    {
      transcribe: () => "Only text.\n",
      mishaps: (request) => (field(request, "response_format") === "text" ? "ok" : { status: 422, body: {} }),
    },
    { transcriptionModel: "text-only" },
  );
  expect((await transcribe(audio)).text).toBe("Only text.\n");
});

test("a server that answers in text whatever is asked for is understood", async () => {
  const { transcribe } = await transcriber({ transcribe: () => "Text after all." });
  expect((await transcribe(audio)).text).toBe("Text after all.");
});

test("what passes is tried again, as long as the endpoint asks to wait", async () => {
  const { transcribe } = await transcriber({
    transcribe: () => ({ text: "At last." }),
    mishaps: [rateLimited("7"), serverError, "cut"],
  });
  const answer = await transcribe(audio);
  expect(JSON.parse(answer.text)).toEqual({ text: "At last." });
  expect(answer.retries).toBe(3);
  expect(waits[0]).toBe(7_000);
});

test.each([
  ["a wrong key", [wrongKey], "unauthorized", 1],
  ["no quota", [outOfQuota], "rate_limited", 1],
  ["a web page, again and again", ["not_json", "not_json"], "failed", 2],
  ["a wrong key under a 200", [{ status: 200, body: { error: { code: 401 } } }], "unauthorized", 1],
  ["an answer without end", ["endless"], "failed", 1],
  ["errors again and again", [serverError, serverError, serverError, serverError], "failed", 4],
] as const)("%s is told in words", async (_, mishaps, kind, requests) => {
  const { transcribe } = await transcriber({ transcribe: () => ({ text: "x" }), mishaps });
  const failed = await transcribe(audio).catch((error: unknown) => error);
  expect(failed).toMatchObject({ name: "ProviderError", kind });
  expect(String((failed as { reason: string }).reason)).toContain(provider.host);
  expect(provider.requests).toHaveLength(requests);
});

test("a silent endpoint is left after the time for a try", async () => {
  const { transcribe } = await transcriber(
    { transcribe: () => ({ text: "x" }), mishaps: ["hang", "hang"] },
    { timeoutMs: 150, maxRetries: 1 },
  );
  await expect(transcribe(audio)).rejects.toMatchObject({ kind: "timeout", retries: 1 });
});

test("the caller can end it", async () => {
  const { transcribe } = await transcriber({ transcribe: () => ({ text: "x" }), mishaps: ["hang"] });
  const ended = new AbortController();
  const running = transcribe(audio, ended.signal);
  ended.abort(new Error("the interview was withdrawn"));
  await expect(running).rejects.toThrow("the interview was withdrawn");
});

test("an endpoint without a key is sent none", async () => {
  const { transcribe } = await transcriber({ transcribe: () => ({ text: "x" }) }, { apiKey: undefined });
  await transcribe(audio);
  expect(provider.requests[0]?.headers.authorization).toBeUndefined();
});

test("an empty file is the endpoint's to judge, and is sent as it is", async () => {
  const path = join(folder, "empty.webm");
  await writeFile(path, "");
  const { transcribe } = await transcriber({ transcribe: () => ({ text: "" }) });
  expect(JSON.parse((await transcribe({ ...audio, path })).text)).toEqual({ text: "" });
});

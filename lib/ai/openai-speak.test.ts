import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { serverError, wrongKey } from "../testing/provider/mishaps.ts";
import { type Provider, type ProviderOptions, startProvider } from "../testing/provider/provider.ts";
import { openAiSpeaker } from "./openai-speak.ts";
import type { Clock } from "./with-retries.ts";

const WAV = await readFile(new URL("../../e2e/fixtures/media/speech.wav", import.meta.url));
const MP3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(400)]);

let provider: Provider;
afterEach(() => provider.close());

const clock: Clock = { now: () => 0, random: () => 0, sleep: async () => {} };

async function speaker(options: ProviderOptions) {
  provider = await startProvider(options);
  const settings = { baseUrl: provider.baseUrl, apiKey: "key", timeoutMs: 5_000, maxRetries: 1 };
  return openAiSpeaker({ ...settings, speechModel: "tts-1", speechVoice: "alloy" }, { clock });
}

test("a text is asked for once, as MP3, in the voice that is configured", async () => {
  const { speak } = await speaker({ speak: () => ({ bytes: MP3, type: "audio/mpeg" }) });
  const spoken = await speak("How are you?");
  expect(spoken.mimeType).toBe("audio/mpeg");
  expect(Buffer.from(spoken.bytes).equals(MP3)).toBe(true);
  expect(provider.requests).toMatchObject([
    {
      path: "/v1/audio/speech",
      headers: { authorization: "Bearer key" },
      json: { input: "How are you?", model: "tts-1", voice: "alloy", response_format: "mp3" },
    },
  ]);
});

test.each([
  ["audio/wav", WAV],
  ["audio/ogg", Buffer.concat([Buffer.from("OggS"), Buffer.alloc(200)])],
  ["audio/flac", Buffer.concat([Buffer.from("fLaC"), Buffer.alloc(200)])],
  ["audio/mpeg", Buffer.concat([Buffer.from("ID3"), Buffer.alloc(200)])],
])("%s is known by its bytes, whatever it is called", async (mimeType, bytes) => {
  const { speak } = await speaker({ speak: () => ({ bytes, type: "application/octet-stream" }) });
  expect((await speak("Hello")).mimeType).toBe(mimeType);
});

test("what passes is tried again", async () => {
  const { speak } = await speaker({ speak: () => ({ bytes: MP3, type: "audio/mpeg" }), mishaps: [serverError] });
  expect((await speak("Hello")).bytes.byteLength).toBe(MP3.byteLength);
  expect(provider.requests).toHaveLength(2);
});

test.each([
  ["a wrong key", [wrongKey], "unauthorized"],
  ["errors again and again", [serverError, serverError], "failed"],
  ["a sound that breaks off again and again", ["cut", "cut"], "unreachable"],
  ["a sound without end", ["endless"], "failed"],
] as const)("%s is told in words", async (_, mishaps, kind) => {
  const { speak } = await speaker({ speak: () => ({ bytes: MP3, type: "audio/mpeg" }), mishaps });
  await expect(speak("Hello")).rejects.toMatchObject({ name: "ProviderError", kind });
});

test.each([
  ["a web page", "<html>Welcome</html>".repeat(20)],
  ["nothing", { bytes: new Uint8Array(), type: "audio/mpeg" }],
])("%s is no voice", async (_, given) => {
  const { speak } = await speaker({ speak: () => given });
  await expect(speak("Hello")).rejects.toMatchObject({ kind: "failed" });
});

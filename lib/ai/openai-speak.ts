import type { OpenAI } from "openai";
import { type Endpoint, hostOf, openAiClient } from "./openai-client.ts";
import { failureOf, ProtocolBroken, providerError } from "./provider-failure.ts";
import type { Speaker, SpokenAudio, SpokenType } from "./speak.ts";
import { type Clock, type Patience, SYSTEM_CLOCK, withRetries } from "./with-retries.ts";

/** Five minutes of uncompressed speech at 24 kHz, more than the longest text takes. */
const MAX_AUDIO_BYTES = 16 * 1024 * 1024;
/** A sound of less than this is none. */
const MIN_AUDIO_BYTES = 64;

export type SpeechEndpoint = Endpoint & { speechModel: string; speechVoice: string };

/** `/audio/speech` of any endpoint that speaks OpenAI's protocol. */
export function openAiSpeaker(endpoint: SpeechEndpoint, { clock = SYSTEM_CLOCK }: { clock?: Clock } = {}): Speaker {
  const { speechModel: model, speechVoice: voice } = endpoint;
  const host = hostOf(endpoint);
  const client = openAiClient(endpoint, MAX_AUDIO_BYTES);
  return {
    host,
    model,
    voice,
    async speak(text, signal) {
      const patience: Patience = { ...endpoint, clock, signal, retries: 0 };
      const context = () => ({ host, model, timeoutMs: endpoint.timeoutMs, now: clock.now() });
      try {
        return await withRetries(
          (within) => ask(client, { model, voice, input: text }, within),
          (error) => failureOf(error, context()),
          patience,
        );
      } catch (error) {
        signal?.throwIfAborted();
        throw providerError(error, context(), patience.retries);
      }
    },
  };
}

/** MP3, because every browser plays it. */
async function ask(
  client: OpenAI,
  body: { model: string; voice: string; input: string },
  signal: AbortSignal,
): Promise<SpokenAudio> {
  const answer = await client.audio.speech.create({ ...body, response_format: "mp3" }, { signal });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const mimeType = bytes.byteLength < MIN_AUDIO_BYTES ? null : typeOf(bytes);
  if (!mimeType) throw new ProtocolBroken("the answer is no sound");
  return { bytes, mimeType };
}

/** By the first bytes: servers send other formats than they were asked for, and call them what they like. */
function typeOf(bytes: Uint8Array): SpokenType | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  if (beginning === "RIFF") return "audio/wav";
  if (beginning === "OggS") return "audio/ogg";
  if (beginning === "fLaC") return "audio/flac";
  // An MPEG frame begins with eleven set bits (ISO/IEC 11172-3 §2.4.1.3), a tagged file with its tag.
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
  return isFrame || beginning.startsWith("ID3") ? "audio/mpeg" : null;
}

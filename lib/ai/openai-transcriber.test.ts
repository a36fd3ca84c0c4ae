import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe } from "vitest";
import { openAiError } from "../testing/provider/mishaps.ts";
import { type Provider, startProvider } from "../testing/provider/provider.ts";
import type { Given } from "../testing/provider/send.ts";
import { clipPath, textIn, wordsIn } from "../testing/speech/clips.ts";
import { samplesOf } from "../testing/speech/samples.ts";
import { keepsTranscriberContract } from "../testing/speech/transcriber-contract.ts";
import { openAiTranscriber } from "./openai-transcribe.ts";

let provider: Provider;
afterEach(() => provider?.close());

const sizes = {
  "read-3": (await samplesOf(clipPath("read-3"))).length,
  jfk: (await samplesOf(clipPath("jfk"))).length,
};

/** As a server of Whisper answers: by how long the file is it knows which. */
async function heard(file: FormDataEntryValue | null | undefined): Promise<Given> {
  const samples = file instanceof File ? Math.round((file.size - 44) / 2) : 0;
  if (samples === sizes["read-3"]) return { text: textIn("read-3"), words: wordsIn("read-3") };
  if (samples === sizes.jfk) await sleep(2_000, undefined, { ref: false }); // somebody else is heard first
  return { text: "" };
}

describe("the transcriber of an endpoint", () =>
  keepsTranscriberContract(async () => {
    provider = await startProvider({
      transcribe: ({ form }) => heard(form?.get("file")),
      mishaps: ({ form }) => {
        const file = form?.get("file");
        const isEmpty = file instanceof File && file.size === 0;
        return isEmpty ? { status: 400, body: openAiError("Audio file is too short.") } : "ok";
      },
    });
    const { baseUrl } = provider;
    const endpoint = { baseUrl, apiKey: "key", timeoutMs: 10_000, maxRetries: 0, concurrency: 2 };
    return openAiTranscriber({ ...endpoint, transcriptionModel: "whisper-1" });
  }));

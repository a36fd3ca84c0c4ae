import type { ChatAnswer } from "./chat.ts";

/**
 * The port to a model that writes down what it hears. `openai-transcribe.ts` is its adapter for every endpoint that speaks OpenAI's protocol,
 * `lib/speech/local-transcriber.ts` for models on this machine; `read-heard.ts` reads what either wrote.
 */

/** A short recording on the local disk. */
export type AudioFile = {
  path: string;
  /** `audio/webm`, `audio/mp4` or `audio/wav`: endpoints go by it and by the name's ending. */
  mimeType: string;
  /** Without a folder, with an ending. It says nothing about the candidate. */
  fileName: string;
  /** How long it is, where that is known. */
  durationMs?: number;
};

export type Transcriber = {
  /** Host and port of the endpoint; `local`: this machine. */
  host: string;
  model: string;
  /** Files at a time. */
  concurrency: number;
  /**
   * @param signal ends the call; its own reason is thrown then
   * @returns the account of the call; its `text` is the endpoint's answer, untouched, and `cost` null: no price is configured for it
   * @throws ProviderError when the file could not be transcribed
   */
  transcribe(audio: AudioFile, signal?: AbortSignal): Promise<ChatAnswer>;
};

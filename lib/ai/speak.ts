/** The port to a model that speaks. `openai-speak.ts` is its adapter for every endpoint that speaks OpenAI's protocol. */

export type SpokenAudio = {
  bytes: Uint8Array;
  /** What the bytes are, whatever the endpoint calls them. */
  mimeType: SpokenType;
};

/** What browsers play. */
export const SPOKEN_TYPES = ["audio/mpeg", "audio/wav", "audio/ogg", "audio/flac"] as const;
export type SpokenType = (typeof SPOKEN_TYPES)[number];

/** OpenAI's bound on a text, in characters. */
export const MAX_SPOKEN_LENGTH = 4096;

export type Speaker = {
  /** Host and port of the endpoint. */
  host: string;
  model: string;
  voice: string;
  /**
   * @param text at most `MAX_SPOKEN_LENGTH`
   * @param signal ends the call; its own reason is thrown then
   * @throws ProviderError when it could not be spoken
   */
  speak(text: string, signal?: AbortSignal): Promise<SpokenAudio>;
};

import { z } from "zod";

/**
 * `off`: nothing is written down on this machine. `ready`: a model is in use. `fetching`, `unpacking`, `testing`: one is on its way.
 * `waiting`: that failed, and is tried again at `retryAt`. `refused`: there is none, and trying again by itself would not change that.
 */
export const SPEECH_STATES = ["off", "ready", "fetching", "unpacking", "testing", "waiting", "refused"] as const;

/**
 * Why no model is in use, or not the one that was wanted. What stands in `params`, always with `model`:
 * - `no_network`: the address cannot be reached, or the connection broke off or stood still (`host`)
 * - `server_refused`: it answered something else than the file (`host`, `status`)
 * - `too_large`: it sent more than the file has (`bytes`); `wrong_size`: less or more (`bytes`, `expected`)
 * - `wrong_digest`: as many bytes as expected, but others
 * - `disk_full`: the disk of the data folder has no room (`bytes` that are needed)
 * - `unsafe_archive`: it holds what no model does (`file`, `rule`)
 * - `model_unreadable`: the folder is no model, or a file in it is missing, cut or changed (`file`, `fault`)
 * - `self_test_failed`: it did not say the words of the clip (`matched`, `words`)
 * - `engine_failed`: the engine could not be run with it
 * - `unknown_model`: the catalogue has no model of that name
 * - `unexpected`: something else, of which the log says more
 */
export const SPEECH_REASONS = [
  "no_network",
  "server_refused",
  "too_large",
  "wrong_size",
  "wrong_digest",
  "disk_full",
  "unsafe_archive",
  "model_unreadable",
  "self_test_failed",
  "engine_failed",
  "unknown_model",
  "unexpected",
] as const;

export const SpeechReason = z.object({
  code: z.enum(SPEECH_REASONS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const SpeechState = z.object({
  state: z.enum(SPEECH_STATES),
  /** The one in use or on its way: its short name in the catalogue, else its folder's name. */
  model: z.string().nullable(),
  /** ISO 639 codes; `["*"]`: it hears which of its many it is. */
  languages: z.array(z.string()),
  /** Of the model in use, as `SpeechModel` has it. */
  sha256: z.string().nullable(),
  fetchedBytes: z.number().int().nonnegative().nullable(),
  /** Null where nobody knows before. */
  totalBytes: z.number().int().nonnegative().nullable(),
  /** With `ready`: why it is not the model that was wanted. */
  reason: SpeechReason.nullable(),
  /** When `state` became what it is; ISO 8601. */
  since: z.string(),
  /** With `waiting`: when it is tried again; ISO 8601. */
  retryAt: z.string().nullable(),
});

export type SpeechReasonCode = (typeof SPEECH_REASONS)[number];
export type SpeechReason = z.infer<typeof SpeechReason>;
export type SpeechState = z.infer<typeof SpeechState>;

import { ProviderError, type ProviderErrorKind } from "../ai/chat.ts";
import { failure, type Happened } from "../words/happened.ts";

/** What became of one try to hear a file on this machine. */
export type SpeechFailure =
  /** Native code broke down, or somebody ended its process. */
  | { why: "engine_crashed" }
  | { why: "limit_reached"; limit: "computing_time" | "memory" | "time" }
  /** Cut in half, missing, or no model at all. */
  | { why: "model_unreadable" }
  /** The model does not have it. */
  | { why: "language"; language: string }
  /** Nothing in the file can be decoded. */
  | { why: "sound_unreadable" };

/** This machine could not write down a file. For callers of the port it is what a service's error is. */
export class SpeechError extends ProviderError {
  readonly failure: SpeechFailure;

  /** @param model as people know it */
  constructor(failed: SpeechFailure, model: string, options: { cause?: unknown } = {}) {
    super(KIND[failed.why], toldOf(failed, model));
    this.failure = failed;
    this.cause = options.cause;
  }
}

const KIND: Record<SpeechFailure["why"], ProviderErrorKind> = {
  engine_crashed: "failed",
  limit_reached: "timeout",
  model_unreadable: "failed",
  language: "refused",
  sound_unreadable: "failed",
};

function toldOf(failed: SpeechFailure, model: string): Happened {
  switch (failed.why) {
    case "engine_crashed":
      return failure("speech_crashed");
    case "limit_reached":
      return failure(`speech_limit:${failed.limit}`);
    case "model_unreadable":
      return failure("speech_model_unreadable", { model });
    case "language":
      return failure("speech_language", { model, language: failed.language });
    case "sound_unreadable":
      return failure("speech_sound_unreadable");
  }
}

import type { SpeechReason, SpeechReasonCode } from "../speech-state.ts";

/** A model that could not be fetched, unpacked, read or used, and why; whoever shows it finds the words for it. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly reason: SpeechReason;

  constructor(code: SpeechReasonCode, params: SpeechReason["params"] = {}, options?: ErrorOptions) {
    super([code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(" "), options);
    this.reason = { code, params };
  }
}

/** The same with the model's name, as every reason has it. */
export function reasonOf(error: unknown, model: string): SpeechReason {
  const { code, params } = error instanceof ModelError ? error.reason : noRoom(error);
  return { code, params: { ...params, model } };
}

/** A full disk shows wherever something is written. */
function noRoom(error: unknown): SpeechReason {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return { code: code === "ENOSPC" || code === "EDQUOT" ? "disk_full" : "unexpected", params: {} };
}

/** Whether the model itself does not do here: trying again changes nothing. */
export const isFinal = ({ code }: SpeechReason): boolean => code === "self_test_failed" || code === "engine_failed";

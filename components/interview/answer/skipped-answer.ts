import type { GivenAnswer } from "@/lib/client/room/room-state.ts";

/** No answer on purpose: an empty text, as the contract says it. */
export function skippedAnswer(durationSeconds = 0): GivenAnswer {
  return {
    clientKey: crypto.randomUUID(),
    text: "",
    recognizedText: null,
    answeredBy: "skipped",
    durationSeconds,
    audioQuality: null,
    confidence: null,
    mark: null,
  };
}

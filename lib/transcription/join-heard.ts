import type { Heard } from "../ai/read-heard.ts";
import type { NewTranscript } from "../db/transcripts.ts";
import type { AudioPiece } from "../recording/media/sound/audio-pieces.ts";

/** What was heard in the pieces of one answer, as one transcript. Its times count from the answer's beginning. */
export function joinHeard(
  pieces: readonly { piece: Pick<AudioPiece, "offsetMs" | "durationMs">; heard: Heard }[],
): Pick<NewTranscript, "text" | "language" | "confidence" | "spans"> {
  return {
    text: pieces
      .map(({ heard }) => heard.text.trim())
      .filter((text) => text !== "")
      .join(" "),
    language: longestOf(pieces)?.heard.language ?? null,
    confidence: meanConfidence(pieces),
    spans: pieces.flatMap(({ piece, heard }) =>
      heard.spans.map(({ startMs, endMs, ...word }) => ({
        ...word,
        start_ms: piece.offsetMs + startMs,
        end_ms: piece.offsetMs + endMs,
      })),
    ),
  };
}

/** The language of most of it. */
function longestOf<T extends { piece: Pick<AudioPiece, "durationMs"> }>(pieces: readonly T[]): T | undefined {
  return [...pieces].sort((a, b) => b.piece.durationMs - a.piece.durationMs)[0];
}

/** By time; null where the model says nothing of any piece. */
function meanConfidence(
  pieces: readonly { piece: Pick<AudioPiece, "durationMs">; heard: Pick<Heard, "confidence"> }[],
): number | null {
  let weight = 0;
  let sum = 0;
  for (const { piece, heard } of pieces) {
    if (heard.confidence === null) continue;
    weight += piece.durationMs;
    sum += heard.confidence * piece.durationMs;
  }
  return weight === 0 ? null : sum / weight;
}

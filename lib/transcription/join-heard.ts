import type { EngineAccount } from "../ai/heard-account.ts";
import type { Heard } from "../ai/read-heard.ts";
import type { NewTranscript } from "../db/transcripts.ts";
import type { AudioPiece } from "../recording/media/sound/audio-pieces.ts";
import { joinQuality, joinSigns } from "./join-signs.ts";

type HeardPiece = { piece: Pick<AudioPiece, "offsetMs" | "durationMs">; heard: Heard };

/** What was heard in the pieces of one answer, as one transcript. Its times count from the answer's beginning. */
export function joinHeard(
  pieces: readonly HeardPiece[],
): Omit<NewTranscript, "answerId" | "host" | "model" | "soundHash"> {
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
    timed: timedOf(pieces),
    ...accountOf(pieces.flatMap(({ heard }) => heard.engine ?? [])),
    quality: joinQuality(pieces.flatMap(({ heard }) => heard.quality ?? [])),
    signs: joinSigns(pieces.flatMap(({ heard }) => heard.signs ?? [])),
  };
}

/** What is true of all that has words: those of sentences are not those of words. */
function timedOf(pieces: readonly HeardPiece[]): NewTranscript["timed"] {
  const timed = pieces.filter(({ heard }) => heard.text.trim() !== "").map(({ heard }) => heard.timed);
  if (timed.length === 0 || timed.includes("none")) return "none";
  return timed.includes("segments") ? "segments" : "words";
}

/** Which program and weights it was, and what all of it took; nulls where an endpoint heard it. */
function accountOf(accounts: readonly EngineAccount[]) {
  const [first] = accounts;
  const sum = (of: (account: EngineAccount) => number) =>
    first ? accounts.reduce((seconds, account) => seconds + of(account), 0) : null;
  return {
    engine: first ? `${first.name} ${first.version}` : null,
    modelSha256: first?.model_sha256 ?? null,
    soundSeconds: sum(({ sound_seconds }) => sound_seconds),
    workSeconds: sum(({ load_seconds, work_seconds }) => load_seconds + work_seconds),
  };
}

/** The language of most of it. */
function longestOf(pieces: readonly HeardPiece[]): HeardPiece | undefined {
  return [...pieces].sort((a, b) => b.piece.durationMs - a.piece.durationMs)[0];
}

/** By time; null where the model says nothing of any piece. */
function meanConfidence(pieces: readonly HeardPiece[]): number | null {
  let weight = 0;
  let sum = 0;
  for (const { piece, heard } of pieces) {
    if (heard.confidence === null) continue;
    weight += piece.durationMs;
    sum += heard.confidence * piece.durationMs;
  }
  return weight === 0 ? null : sum / weight;
}

import type { Transcript } from "../../contract/v1/transcripts.ts";
import type { AnswerRow } from "../../db/session-pages.ts";
import { toRecordingSeconds } from "../../domain/media-time.ts";
import type { SoundQuality } from "../../domain/sound-signs.ts";
import { presentAnswer, type SessionHead } from "../documented/session.ts";

type TranscriptRow = AnswerRow["transcripts"][number];
type StoredSpan = { text: string; start_ms: number; end_ms: number; confidence?: number };

/** An answer with what models heard in it. */
export function presentHeardAnswer(answer: AnswerRow, session: SessionHead) {
  const begins = toRecordingSeconds(answer, session.recording?.segments ?? []);
  return {
    ...presentAnswer(answer, session),
    transcripts: answer.transcripts.map((row) => presentTranscript(row, begins)),
  };
}

/** @param begins when the answer does, in seconds of the published recording; null: it has no place there */
function presentTranscript(row: TranscriptRow, begins: number | null): Transcript {
  const spans = row.spans as StoredSpan[];
  const at = (ms: number) => (begins === null ? null : Math.round(begins * 1000 + ms) / 1000);
  const times = ({ start_ms, end_ms }: StoredSpan) => ({ start: at(start_ms), end: at(end_ms) });
  return {
    transcript_id: row.id,
    text: row.text,
    language: row.language,
    confidence: row.confidence,
    model: row.model,
    model_sha256: row.modelSha256,
    host: row.host,
    engine: row.engine,
    sound_seconds: row.soundSeconds,
    work_seconds: row.workSeconds,
    timed: row.timed as Transcript["timed"],
    words:
      row.timed === "words"
        ? spans.map((span) => ({ word: span.text, ...times(span), confidence: span.confidence ?? null }))
        : [],
    segments: row.timed === "segments" ? spans.map((span) => ({ text: span.text, ...times(span) })) : [],
    quality: row.quality as SoundQuality | null,
    created_at: row.createdAt.toISOString(),
  };
}

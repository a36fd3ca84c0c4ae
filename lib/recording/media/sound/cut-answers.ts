import type { AnswerSpan } from "../../../domain/answer-span.ts";
import type { PartFiles } from "../parts-source.ts";
import { nowReading } from "../progress.ts";
import { type AudioPiece, PIECE_LIMITS, type PieceLimits, writePieces } from "./audio-pieces.ts";
import { openAudio, type SegmentAudio } from "./open-audio.ts";
import { visitAudio } from "./visit-audio.ts";

/** A segment's number and the local files of its parts. */
export type SegmentFiles = { index: number; parts: PartFiles };

/**
 * Cuts the sound of answers out of a recording, packet by packet: nothing is decoded. A segment is read through once, to find where a
 * recorder was begun anew in it, and after that only what lies around the answers. Works from the raw parts, so it does not wait for the
 * finished file, and takes what has arrived.
 *
 * @param segments in order
 * @param folder for the files
 * @returns the files of each answer, in the order of the spans; none where nothing was heard
 * @throws only when the disk fails
 */
export async function cutAnswers(
  segments: readonly SegmentFiles[],
  spans: readonly AnswerSpan[],
  folder: string,
  limits: PieceLimits = PIECE_LIMITS,
): Promise<AudioPiece[][]> {
  const opened = new Map<number, SegmentAudio[]>();
  const answers: AudioPiece[][] = [];
  for (const [number, span] of spans.entries()) {
    const files = writePieces(folder, `answer-${number}`, limits);
    let elapsedSeconds = 0;
    for (const [position, { index, parts }] of segments.entries()) {
      if (!isWithin(index, span)) continue;
      nowReading(position);
      const pieces = opened.get(index) ?? (await openAudio(parts));
      opened.set(index, pieces);
      const from = index === span.from.segmentIndex ? span.from.offsetMs / 1000 : 0;
      const to = Math.min(endOf(index, span), from + remaining(span, elapsedSeconds));
      let last = from;
      for (const audio of pieces) {
        await visitAudio(audio, from, to, async (packet, atSeconds) => {
          last = Math.max(last, atSeconds + packet.duration);
          await files.add(audio, packet, elapsedSeconds + atSeconds - from);
        });
        await files.end();
      }
      elapsedSeconds += last - from; // in the finished file the next segment begins here
    }
    answers.push(files.pieces());
  }
  return answers;
}

function isWithin(index: number, { from, until }: AnswerSpan): boolean {
  return index >= from.segmentIndex && (until === null || index <= until.segmentIndex);
}

function endOf(index: number, { until }: AnswerSpan): number {
  return until?.segmentIndex === index ? until.offsetMs / 1000 : Number.POSITIVE_INFINITY;
}

function remaining({ longestMs }: AnswerSpan, elapsedSeconds: number): number {
  return longestMs === null ? Number.POSITIVE_INFINITY : Math.max(0, longestMs / 1000 - elapsedSeconds);
}

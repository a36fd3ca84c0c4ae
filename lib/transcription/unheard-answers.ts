import { createHash } from "node:crypto";
import { db } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import * as events from "../db/session-events.ts";
import * as transcripts from "../db/transcripts.ts";
import { type AnswerSpan, isOnlySpoken, spanOf } from "../domain/answer-span.ts";
import { endedReader } from "../recording/media/join-error.ts";
import { runInChild } from "../recording/media/run-in-child.ts";
import type { AudioPiece } from "../recording/media/sound/audio-pieces.ts";
import { sizeOf, withPartFiles } from "../recording/part-files.ts";
import { withoutWhatEnds } from "../recording/without-what-ends.ts";
import { storage } from "../storage/configured.ts";
import { event } from "../words/happened.ts";

/** An answer that only the recording has, and where. */
export type SpokenAnswer = { id: string; questionId: string; span: AnswerSpan };

/** What has been found of spoken answers: those that are still to be heard, and whose sound is missing altogether. */
export type FoundAnswers = { unheard: UnheardAnswer[]; soundless: SpokenAnswer[] };

/** How it sounds by what has arrived. */
export type UnheardAnswer = { answer: SpokenAnswer; files: AudioPiece[]; soundHash: string };

/**
 * Lends the sound of those answers of a session that were only spoken and that this model of this host has not transcribed as they sound
 * now: never, or before parts of the recording came that change them. Nobody is asked for that and nothing is paid.
 *
 * @param only one answer, where not all are wanted
 * @throws whatever storage or disk say; trying again may go better
 */
export async function withUnheard<T>(
  sessionId: string,
  by: { host: string; model: string },
  use: (found: FoundAnswers) => Promise<T>,
  only: string | null = null,
): Promise<T> {
  const { answers, marks } = await transcripts.listAnswers(db(), sessionId, by);
  const spoken = answers.flatMap(({ transcript, ...answer }) => {
    if (only !== null && answer.id !== only) return [];
    const span = isOnlySpoken(answer) ? spanOf(answer, marks) : null;
    return span ? [{ answer: { id: answer.id, questionId: answer.questionId, span }, transcript }] : [];
  });
  if (spoken.length === 0) return use({ unheard: [], soundless: [] });
  return storage().withScratch(async (folder) => {
    const pieces = await cut(
      sessionId,
      spoken.map(({ answer }) => answer.span),
      folder,
    );
    const unheard = spoken.flatMap(({ answer, transcript }, index) => {
      const files = pieces[index] ?? [];
      const soundHash = hashOf(files);
      // A transcript that does not say what it is of is older than late parts were minded: it stands.
      const isHeard = transcript !== null && (transcript.soundHash ?? soundHash) === soundHash;
      return files.length === 0 || isHeard ? [] : [{ answer, files, soundHash }];
    });
    const soundless = spoken.flatMap(({ answer }, index) => (pieces[index]?.length ? [] : [answer]));
    return use({ unheard, soundless });
  });
}

/** The sound files of each answer. Only the segments that answers lie in are lent. */
async function cut(sessionId: string, spans: readonly AnswerSpan[], folder: string): Promise<AudioPiece[][]> {
  const first = Math.min(...spans.map(({ from }) => from.segmentIndex));
  const last = Math.max(...spans.map(({ until }) => until?.segmentIndex ?? Number.POSITIVE_INFINITY));
  const stored = (await segments.listWithParts(db(), sessionId)).filter(({ index }) => index >= first && index <= last);
  try {
    return await withPartFiles(stored, (files) =>
      withoutWhatEnds(stored.length, (without) => {
        const skipped = new Set(without.map(({ segment }) => segment));
        const lent = stored.map(({ index }, at) => ({ index, parts: skipped.has(at) ? [] : (files[at] ?? []) }));
        return runInChild("cutAnswers", sizeOf(stored), lent, spans, folder);
      }),
    );
  } catch (error) {
    if (!endedReader(error)) throw error;
    await events.appendOnce(db(), { sessionId, kind: "technical_issue", ...event("sound_unreadable") });
    return spans.map(() => []);
  }
}

/** Where each piece of sound stands in the answer, and what it is. */
function hashOf(files: readonly AudioPiece[]): string {
  const pieces = files.map(({ offsetMs, sha256 }) => `${offsetMs} ${sha256}`);
  return createHash("sha256").update(pieces.join("\n")).digest("hex");
}

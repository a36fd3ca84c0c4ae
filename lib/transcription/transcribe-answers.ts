import { type ChatRequest, ProviderError } from "../ai/chat.ts";
import { type Heard, readHeard } from "../ai/read-heard.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { type CallLog, memoryCalls } from "../analysis/call-log.ts";
import { runBounded } from "../analysis/pipeline/run-bounded.ts";
import { ScorerError } from "../analysis/scorer.ts";
import { db } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import * as transcripts from "../db/transcripts.ts";
import { runInChild } from "../recording/media/run-in-child.ts";
import { withPartFiles } from "../recording/part-files.ts";
import { storage } from "../storage/configured.ts";
import { type AnswerSpan, isOnlySpoken, spanOf } from "./answer-span.ts";
import type { AudioPiece } from "./audio-pieces.ts";
import { joinHeard } from "./join-heard.ts";

/** An answer that only the recording has, and where. */
type SpokenAnswer = { id: string; questionId: string; span: AnswerSpan };

/** Nothing but the sound and these are sent: there is no prompt that could put words into a candidate's mouth. */
const VERSIONS = { prompt: "transcription-1", rubric: "none", scorer: "transcription-1" };

/**
 * Writes down the answers of a session that were spoken and not written: cuts the sound of each out of what has been stored of the recording,
 * has it transcribed, and keeps the transcript beside the answer, whose own text stays as the candidate left it. An answer that this model
 * of this host has transcribed is left alone. One without any sound gets no transcript, which is no error.
 *
 * @param calls keeps the account of each call, so that none is paid for twice when an answer in several pieces was interrupted
 * @throws ScorerError with a reason for a person when the model cannot be used; what was transcribed before that stays
 * @throws whatever storage or disk say; trying again may go better
 */
export async function transcribeAnswers(
  sessionId: string,
  transcriber: Transcriber,
  calls: CallLog = memoryCalls(),
): Promise<void> {
  const { host, model, concurrency } = transcriber;
  const { answers, marks } = await transcripts.listAnswers(db(), sessionId, { host, model });
  const spoken = answers.flatMap(({ transcribed, ...answer }): SpokenAnswer[] => {
    const span = !transcribed && isOnlySpoken(answer) ? spanOf(answer, marks) : null;
    return span ? [{ id: answer.id, questionId: answer.questionId, span }] : [];
  });
  if (spoken.length === 0) return;
  await storage().withScratch(async (folder) => {
    const pieces = await cut(sessionId, spoken, folder);
    const cutOut = spoken.map((answer, index) => ({ answer, files: pieces[index] ?? [] }));
    await runBounded(cutOut, concurrency, async ({ answer, files }) => {
      const heard: { piece: AudioPiece; heard: Heard }[] = [];
      for (const [number, piece] of files.entries()) {
        heard.push({ piece, heard: await hear(answer, piece, number, transcriber, calls) });
      }
      if (heard.length > 0) await transcripts.add(db(), { answerId: answer.id, host, model, ...joinHeard(heard) });
    });
  });
}

/** The sound files of each answer. Only the segments that answers lie in are lent. */
async function cut(sessionId: string, spoken: readonly SpokenAnswer[], folder: string): Promise<AudioPiece[][]> {
  const first = Math.min(...spoken.map(({ span }) => span.from.segmentIndex));
  const last = Math.max(...spoken.map(({ span }) => span.until?.segmentIndex ?? Number.POSITIVE_INFINITY));
  const stored = (await segments.listWithParts(db(), sessionId)).filter(({ index }) => index >= first && index <= last);
  const spans = spoken.map(({ span }) => span);
  return withPartFiles(stored, (files) => {
    const lent = stored.map(({ index }, position) => ({ index, parts: files[position] ?? [] }));
    return runInChild("cutAnswers", lent, spans, folder);
  });
}

async function hear(
  { id, questionId }: SpokenAnswer,
  { path, mimeType, offsetMs, durationMs }: AudioPiece,
  number: number,
  transcriber: Transcriber,
  calls: CallLog,
): Promise<Heard> {
  const fileName = `answer${path.slice(path.lastIndexOf("."))}`; // says nothing about anybody
  // Which sound, not its bytes: a container's header differs each time it is written.
  const sound = `The sound of answer ${id} from ${offsetMs} ms to ${offsetMs + durationMs} ms.`;
  const request: ChatRequest = {
    model: transcriber.model,
    messages: [{ role: "user", content: sound }],
    schema: { name: "transcription", jsonSchema: {} },
    temperature: 0,
    maxOutputTokens: 0,
  };
  const call = { purpose: "transcribe", questionId, sample: number, request, versions: VERSIONS } as const;
  try {
    const answer = await calls.once(call, () => transcriber.transcribe({ path, mimeType, fileName }));
    return readHeard(answer.text);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new ScorerError(`The spoken answers could not be written down. ${error.reason}`, { cause: error });
  }
}

import { type CallLog, memoryCalls } from "../ai/call-log.ts";
import { type ChatRequest, ProviderError } from "../ai/chat.ts";
import { type Heard, readHeard } from "../ai/read-heard.ts";
import { ScorerError } from "../ai/scorer-error.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { db } from "../db/client.ts";
import * as transcripts from "../db/transcripts.ts";
import { inParallel } from "../in-parallel.ts";
import type { AudioPiece } from "../recording/media/sound/audio-pieces.ts";
import { joinHeard } from "./join-heard.ts";
import { type SpokenAnswer, withUnheard } from "./unheard-answers.ts";

/** Nothing but the sound and these are sent: there is no prompt that could put words into a candidate's mouth. */
const VERSIONS = { prompt: "transcription-1", rubric: "none", scorer: "transcription-1" };

/**
 * Writes down the answers of a session that were spoken and not written: cuts the sound of each out of what has been stored of the recording,
 * has it transcribed, and keeps the transcript beside the answer, whose own text stays as the candidate left it. An answer that this model
 * of this host has transcribed is left alone, unless it sounds otherwise since: parts of the recording may come late. One without any
 * sound gets no transcript, which is no error; one in which the model hears nothing gets an empty one.
 *
 * @param calls keeps the account of each call, so that none is paid for twice when an answer in several pieces was interrupted, or one of
 * its pieces came late
 * @throws ScorerError with a reason for a person when the model cannot be used; what was transcribed before that stays
 * @throws whatever storage or disk say; trying again may go better
 */
export async function transcribeAnswers(
  sessionId: string,
  transcriber: Transcriber,
  calls: CallLog = memoryCalls(),
): Promise<void> {
  const { host, model, concurrency } = transcriber;
  await withUnheard(sessionId, { host, model }, (unheard) =>
    inParallel(unheard, concurrency, async ({ answer, files, soundHash }) => {
      const heard: { piece: AudioPiece; heard: Heard }[] = [];
      for (const [number, piece] of files.entries()) {
        heard.push({ piece, heard: await hear(answer, piece, number, transcriber, calls) });
      }
      await transcripts.add(db(), { answerId: answer.id, host, model, soundHash, ...joinHeard(heard) });
    }),
  );
}

async function hear(
  { id, questionId }: SpokenAnswer,
  { path, mimeType, offsetMs, durationMs, sha256 }: AudioPiece,
  number: number,
  transcriber: Transcriber,
  calls: CallLog,
): Promise<Heard> {
  const fileName = `answer${path.slice(path.lastIndexOf("."))}`; // says nothing about anybody
  // Which sound, not the file's bytes: a container's header differs each time it is written.
  const sound = `The sound of answer ${id} from ${offsetMs} ms to ${offsetMs + durationMs} ms, SHA-256 ${sha256}.`;
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
    const told = { ...error.told, params: { ...error.told.params, of: "transcription" } };
    throw new ScorerError(told, { cause: error });
  }
}

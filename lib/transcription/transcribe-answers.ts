import { type CallLog, memoryCalls } from "../ai/call-log.ts";
import { ProviderError } from "../ai/chat.ts";
import { ScorerError } from "../ai/scorer-error.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { db } from "../db/client.ts";
import * as transcripts from "../db/transcripts.ts";
import { inParallel } from "../in-parallel.ts";
import { hearAnswer } from "./hear-answer.ts";
import { type UnheardAnswer, withUnheard } from "./unheard-answers.ts";

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
  await withUnheard(sessionId, { host, model }, ({ unheard }) =>
    inParallel(unheard, concurrency, async (answer) => {
      await transcripts.add(db(), await hear(answer, transcriber, calls));
    }),
  );
}

async function hear(answer: UnheardAnswer, transcriber: Transcriber, calls: CallLog) {
  try {
    return await hearAnswer(answer, transcriber, calls);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const told = { ...error.told, params: { ...error.told.params, of: "transcription" } };
    throw new ScorerError(told, { cause: error });
  }
}

import { db, transaction } from "../db/client.ts";
import * as transcripts from "../db/transcripts.ts";
import { requestTranscription } from "../sitting/request-transcription.ts";
import { canTranscribe, type LocalSpeech } from "./local-speech.ts";
import { withUnheard } from "./unheard-answers.ts";

/**
 * Asks for all those answers of a session to be written down that were only spoken and that the model of this machine has not heard as they
 * sound now. Without a model nothing is asked: what waits for one is looked at when it comes.
 *
 * @throws whatever storage or disk say; trying again may go better
 */
export async function requestUnheard(sessionId: string, speech: LocalSpeech): Promise<void> {
  const language = await transcripts.languageOf(db(), sessionId);
  const transcriber = language === null ? null : await speech.transcriberFor(language);
  if (!transcriber || !canTranscribe(transcriber)) return;
  const { host, model } = transcriber;
  const answers = await withUnheard(sessionId, { host, model }, async ({ unheard }) =>
    unheard.map(({ answer }) => answer.id),
  );
  if (answers.length === 0) return;
  await transaction(async (tx) => {
    for (const answerId of answers) await requestTranscription(tx, { sessionId, answerId });
  });
}

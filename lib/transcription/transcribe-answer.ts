import { ProviderError } from "../ai/chat.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as tasks from "../db/transcription-tasks.ts";
import * as transcripts from "../db/transcripts.ts";
import { describeError, logger } from "../logger.ts";
import { requestAgain, type SpokenTask } from "../sitting/request-transcription.ts";
import { failure, type Happened } from "../words/happened.ts";
import { afterTranscription } from "./after-transcription.ts";
import { hearAnswer } from "./hear-answer.ts";
import { isWhole } from "./is-whole.ts";
import { canTranscribe, type LocalSpeech } from "./local-speech.ts";
import { type FoundAnswers, withUnheard } from "./unheard-answers.ts";

const KEEP_EVERY_MS = (tasks.LEASE_SECONDS * 1000) / 4;
/** What broke down as often is not going to be heard. */
const MOST_TRIES = 3;
const TRY_AGAIN_MS = 10_000;
/** Longer than anybody is interviewed; whoever lets the same hour be heard again and again does not have this machine to themselves. */
const MOST_SECONDS = 12 * 3_600;
/** What is missing is looked for after a third of the time that was waited already, within these bounds. */
const AGAIN_MS = { least: 2_000, most: 30_000 };
/** After the end of a sitting its page sends what it still has. */
const PARTS_EXPECTED_MS = 60_000;

/** What came of it: the words, or why there are none. */
type Outcome =
  | { kind: "heard"; transcript: transcripts.NewTranscript }
  | { kind: "nothing" }
  | { kind: "held" | "failed"; reason: Happened }
  | { kind: "later"; afterMs: number; failed?: true; reason?: Happened };

/**
 * Writes one spoken answer down on this machine, when all of its recording that is to be expected has come. Killed at any moment it is done
 * again by the next worker: the words and that they are there are stored at once.
 *
 * @throws whatever database, storage or disk say; trying again may go better
 */
export async function transcribeAnswer(task: SpokenTask, speech: LocalSpeech): Promise<void> {
  const begun = await tasks.begin(db(), task.answerId);
  if (begun === null) return;
  if ("until" in begun) return transaction((tx) => requestAgain(tx, task, begun.until));
  const goOn = () =>
    tasks.goOn(db(), task.answerId).catch((error) => logger.warn(describeError(error), "a lease could not be kept"));
  const keeping = setInterval(() => void goOn(), KEEP_EVERY_MS);
  try {
    await settle(task, await listen(task, begun, speech));
  } catch (error) {
    await tasks.putBack(db(), task.answerId);
    throw error;
  } finally {
    clearInterval(keeping);
  }
}

async function listen(task: SpokenTask, begun: tasks.Begun, speech: LocalSpeech): Promise<Outcome> {
  const spoken = await transcripts.findSpoken(db(), task.answerId);
  if (!spoken?.counts || spoken.isSandbox) return { kind: "nothing" };
  const now = await databaseNow(db());
  const transcriber = await speech.transcriberFor(spoken.language);
  if (!canTranscribe(transcriber)) {
    const { reason, isSoon } = transcriber;
    return isSoon ? { kind: "later", afterMs: againMs(now, begun.queuedAt), reason } : { kind: "held", reason };
  }
  const since = spoken.silentSince;
  const expectsMore = since === null || now.getTime() - since.getTime() < PARTS_EXPECTED_MS;
  const afterMs = againMs(now, since ?? begun.queuedAt);
  const { host, model } = transcriber;
  if ((await transcripts.secondsHeard(db(), task.sessionId, { host, model })) >= MOST_SECONDS) {
    return { kind: "failed", reason: failure("speech_session_limit", { hours: MOST_SECONDS / 3_600 }) };
  }
  return withUnheard(
    task.sessionId,
    { host, model },
    (found) => hear(found, transcriber, { expectsMore, afterMs, tries: begun.tries }),
    task.answerId,
  );
}

async function hear(
  { unheard: [unheard], soundless }: FoundAnswers,
  transcriber: Transcriber,
  { expectsMore, afterMs, tries }: { expectsMore: boolean; afterMs: number; tries: number },
): Promise<Outcome> {
  const isMissing = unheard ? !isWhole(unheard.answer.span, unheard.files) : soundless.length > 0;
  if (isMissing && expectsMore) return { kind: "later", afterMs };
  if (!unheard) return { kind: "nothing" };
  try {
    return { kind: "heard", transcript: await hearAnswer(unheard, transcriber) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logger.warn({ ...describeError(error), answer_id: unheard.answer.id, tries: tries + 1 }, "an answer was not heard");
    if (tries + 1 >= MOST_TRIES) return { kind: "failed", reason: error.told };
    return { kind: "later", afterMs: TRY_AGAIN_MS * (tries + 1), failed: true };
  }
}

function againMs(now: Date, since: Date): number {
  return Math.min(AGAIN_MS.most, Math.max(AGAIN_MS.least, (now.getTime() - since.getTime()) / 3));
}

/** The words, that they are there and what follows from it are stored together. */
async function settle(task: SpokenTask, outcome: Outcome): Promise<void> {
  const { answerId, sessionId } = task;
  await transaction(async (tx) => {
    if (outcome.kind === "later") {
      await tasks.putBack(tx, answerId, outcome);
      const startAfter = new Date((await databaseNow(tx)).getTime() + outcome.afterMs);
      return requestAgain(tx, task, startAfter);
    }
    const isMine =
      outcome.kind === "heard" || outcome.kind === "nothing"
        ? await tasks.finish(tx, answerId)
        : await tasks.stop(tx, answerId, outcome.kind, outcome.reason);
    if (!isMine) return; // asked for anew meanwhile, or done by another
    if (outcome.kind === "heard") await transcripts.add(tx, outcome.transcript);
    await afterTranscription(tx, sessionId);
  });
}

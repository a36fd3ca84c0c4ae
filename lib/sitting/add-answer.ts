import type { AddAnswerBody } from "../contract/interview.ts";
import * as answers from "../db/answers.ts";
import { db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as questions from "../db/questions.ts";
import { isOnlySpoken } from "../domain/answer-span.ts";
import { isUuid } from "../domain/ids.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { toMark } from "./media-mark.ts";
import { assertMetadataFits, extraFields, jsonBytes } from "./metadata.ts";
import { requestTranscription } from "./request-transcription.ts";
import { assertWithinQuota } from "./session-limit.ts";
import { getWritableSession } from "./writable-session.ts";

const KNOWN = [
  "text",
  "recognized_text",
  "duration",
  "audio_quality",
  "answered_by",
  "confidence",
  "client_key",
  "media",
];

const PARTS_ON_THEIR_WAY_MS = 2_000;

/**
 * Stores what the candidate answered. A second answer to a question is a retake, an empty text a skipped question.
 * The same `client_key` again returns the answer that is there.
 * @returns the answer's id
 * @throws AppError `session_not_found`, `question_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`,
 * `session_limit_reached`
 */
export async function addAnswer(body: AddAnswerBody): Promise<string> {
  const { session_id: sessionId, question_id: questionId, answer_data: data, ...rest } = body;
  if (!isUuid(sessionId) || !isUuid(questionId)) return refuse(sessionId, questionId);
  await assertUnrestricted(db(), { sessionId });
  const metadata = { ...rest, ...extraFields(data, KNOWN) };
  const adds = {
    text_bytes: jsonBytes(data.text, data.recognized_text),
    metadata_bytes: assertMetadataFits(metadata, "answer_data"),
  };
  const answer: answers.NewAnswer = {
    questionId,
    text: data.text,
    recognizedText: data.recognized_text ?? null,
    durationSeconds: data.duration ?? null,
    audioQuality: data.audio_quality ?? null,
    answeredBy: data.answered_by ?? null,
    confidence: data.confidence ?? null,
    clientKey: data.client_key ?? null,
    ...toMark(data.media),
    metadata,
    adds,
  };
  const isHeard = env().speech.model !== "off" && isOnlySpoken(answer);
  const added = isHeard
    ? await addSpoken(sessionId, answer)
    : await answers.appendToActiveSession(db(), sessionId, answer);
  if (added) return added;
  const existing = data.client_key ? await answers.findByClientKey(db(), sessionId, data.client_key) : null;
  return existing?.id ?? refuse(sessionId, questionId, adds);
}

/** Kept together with the wish that it be written down, a moment later: what its recorder had in hand is still on its way. */
function addSpoken(sessionId: string, answer: answers.NewAnswer): Promise<string | null> {
  return transaction(async (tx) => {
    const answerId = await answers.appendToActiveSession(tx, sessionId, answer);
    if (!answerId) return null;
    const startAfter = new Date((await databaseNow(tx)).getTime() + PARTS_ON_THEIR_WAY_MS);
    await requestTranscription(tx, { sessionId, answerId }, startAfter);
    return answerId;
  });
}

/** Nothing was added: says why. */
async function refuse(sessionId: string, questionId: string, adds?: answers.NewAnswer["adds"]): Promise<never> {
  const session = await getWritableSession(db(), sessionId);
  const known = isUuid(questionId) && (await questions.belongsToSession(db(), questionId, sessionId));
  if (!known) throw new AppError("question_not_found");
  await assertWithinQuota(session.id, { answers: 1, ...adds });
  throw new AppError("unavailable:session", {
    retryAfterSeconds: 1,
  });
}

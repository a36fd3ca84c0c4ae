import type { AddQuestionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import * as questions from "../db/questions.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { toMark } from "./media-mark.ts";
import { assertMetadataFits, extraFields, jsonBytes } from "./metadata.ts";
import { byCandidate, byKey, byTemplate, type Vouched } from "./question-yardstick.ts";
import { assertWithinQuota } from "./session-limit.ts";
import { getWritableSession } from "./writable-session.ts";

const KNOWN = [
  ...["text", "type", "avatar", "keywords", "difficulty", "ideal_answer", "rubric_notes"],
  ...["template_question_id", "client_key", "media"],
];

/**
 * Records that the avatar asked something. The same `client_key` again returns the question that is there.
 * @param program whose API key came along, if one did: it vouches for questions of its organisation's interviews
 * @returns the question's id
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`, `session_limit_reached`
 */
export async function addQuestion(body: AddQuestionBody, program: Actor | null = null): Promise<string> {
  const sessionId = body.session_id;
  if (!isUuid(sessionId)) return refuse(sessionId);
  await assertUnrestricted(db(), { sessionId });
  const question = await complete(body, program);
  const added = await questions.appendToActiveSession(db(), sessionId, question);
  if (added) return added;
  const existing = question.clientKey ? await questions.findByClientKey(db(), sessionId, question.clientKey) : null;
  return existing?.id ?? refuse(sessionId, question.adds);
}

/** Nothing was added: says why. */
async function refuse(sessionId: string, adds?: questions.NewQuestion["adds"]): Promise<never> {
  const session = await getWritableSession(db(), sessionId);
  await assertWithinQuota(session.id, { questions: 1, ...adds });
  throw new AppError("unavailable:session", {
    retryAfterSeconds: 1,
  });
}

async function complete(body: AddQuestionBody, program: Actor | null): Promise<questions.NewQuestion> {
  const { session_id: sessionId, question_data: data, ...rest } = body;
  const template = data.template_question_id ? await getTemplateQuestion(sessionId, data.template_question_id) : null;
  const metadata = { ...rest, ...extraFields(data, KNOWN) };
  const vouched = template ? byTemplate(data, template) : await byWhoeverAsks(body, program);
  const question = {
    ...vouched,
    avatar: data.avatar ?? "default",
    templateQuestionId: template?.id ?? null,
    clientKey: data.client_key ?? null,
    ...toMark(data.media),
    metadata,
  };
  const adds = {
    text_bytes: jsonBytes(vouched),
    metadata_bytes: assertMetadataFits(metadata, "question_data"),
  };
  return { ...question, adds };
}

/** Another organisation's key vouches for nothing. */
async function byWhoeverAsks(body: AddQuestionBody, program: Actor | null): Promise<Vouched> {
  const { session_id: sessionId, question_data: data } = body;
  const isOwn = program !== null && (await questions.isSessionOf(db(), sessionId, program.organizationId));
  return isOwn ? byKey(data) : byCandidate(data);
}

async function getTemplateQuestion(sessionId: string, id: string) {
  const found = isUuid(id) ? await questions.findTemplateQuestion(db(), sessionId, id) : null;
  if (found) return found;
  await getWritableSession(db(), sessionId);
  const path = "question_data.template_question_id";
  throw new AppError("invalid_fields", { issues: [{ path, key: "in_template" }] });
}

import type { AddQuestionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import * as questions from "../db/questions.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { toMark } from "./media-mark.ts";
import { extraFields } from "./metadata.ts";
import { getWritableSession } from "./writable-session.ts";

const KNOWN = [
  ...["text", "type", "avatar", "keywords", "difficulty", "ideal_answer", "rubric_notes"],
  ...["template_question_id", "client_key", "media"],
];

/**
 * Records that the avatar asked something. The same `client_key` again returns the question that is there.
 * @returns the question's id
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`
 */
export async function addQuestion(body: AddQuestionBody): Promise<string> {
  const sessionId = body.session_id;
  if (!isUuid(sessionId)) return refuse(sessionId);
  const question = await complete(body);
  const added = await questions.appendToActiveSession(db(), sessionId, question);
  if (added) return added;
  const existing = question.clientKey ? await questions.findByClientKey(db(), sessionId, question.clientKey) : null;
  return existing?.id ?? refuse(sessionId);
}

/** Nothing was added: says why. */
async function refuse(sessionId: string): Promise<never> {
  await getWritableSession(db(), sessionId);
  throw new AppError("unavailable", "The session changed at the same moment. Please try again.", {
    retryAfterSeconds: 1,
  });
}

/** Fills in what the template knows, where the question comes from one. */
async function complete(body: AddQuestionBody): Promise<questions.NewQuestion> {
  const { session_id: sessionId, question_data: data, ...rest } = body;
  const template = data.template_question_id ? await getTemplateQuestion(sessionId, data.template_question_id) : null;
  return {
    text: data.text,
    type: data.type ?? template?.type ?? "general",
    difficulty: data.difficulty ?? template?.difficulty ?? "medium",
    avatar: data.avatar ?? "default",
    keywords: data.keywords ?? template?.keywords ?? [],
    idealAnswer: data.ideal_answer ?? template?.idealAnswer ?? "",
    rubricNotes: data.rubric_notes ?? template?.rubricNotes ?? "",
    templateQuestionId: template?.id ?? null,
    clientKey: data.client_key ?? null,
    ...toMark(data.media),
    metadata: { ...rest, ...extraFields(data, KNOWN) },
  };
}

async function getTemplateQuestion(sessionId: string, id: string) {
  const found = isUuid(id) ? await questions.findTemplateQuestion(db(), sessionId, id) : null;
  if (found) return found;
  await getWritableSession(db(), sessionId);
  const issues = [{ path: "question_data.template_question_id", message: "is not in this interview's template" }];
  throw new AppError("invalid_fields", "Some fields are not valid.", { issues });
}

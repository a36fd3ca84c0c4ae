import { randomUUID } from "node:crypto";
import { AddAnswerBody, AddQuestionBody, StartSessionBody } from "../../lib/contract/interview.ts";
import * as analyses from "../../lib/db/analyses.ts";
import { db, transaction } from "../../lib/db/client.ts";
import * as signIns from "../../lib/db/sign-ins.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { createShareLink } from "../../lib/shares/create-share-link.ts";
import { addAnswer } from "../../lib/sitting/add-answer.ts";
import { addQuestion } from "../../lib/sitting/add-question.ts";
import { startSession } from "../../lib/sitting/start-session.ts";
import { createWebhook } from "../../lib/webhooks/manage/create-webhook.ts";
import type { Tenant } from "./tenant.ts";

/** What the names in addresses stand for: something real of each kind, in one organisation. */
export type RealThings = {
  ids: Record<string, string>;
  interviewId: string;
  sessionId: string;
  token: string;
  /** Of a share link to the interview. */
  shareToken: string;
};

/** A finished interview with all that belongs to it, a share link, a key and a webhook. */
export async function realThings({ actor, invite }: Tenant): Promise<RealThings> {
  const { candidateId, interviewId, token } = await invite({ name: "Grace Hopper" });
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  const question = AddQuestionBody.parse({ session_id: sessionId, question_data: { text: "Why?" } });
  const question_id = await addQuestion(question);
  const answer_data = { text: "So." };
  const answerId = await addAnswer(AddAnswerBody.parse({ session_id: sessionId, question_id, answer_data }));
  await db().session.update({ where: { id: sessionId }, data: { status: "completed", endedAt: new Date() } });
  const session = { id: sessionId, organizationId: actor.organizationId };
  const analysisId = await transaction((tx) => analyses.createNext(tx, session));
  const person = { email: `${randomUUID()}@example.com`, password: "a good long one", role: "owner" } as const;
  const { id: userId } = await createUser(person, actor);
  const { id: decisionId } = await db().decision.create({
    data: { organizationId: actor.organizationId, sessionId, userId, decision: "passed", reason: "Well explained." },
  });
  const { link, url } = await createShareLink(actor, interviewId, { expires_in_days: 1 });
  const { webhook } = await createWebhook({ url: "https://hooks.example.com/talentflow" }, actor);
  const event = await db().webhookEvent.create({
    data: { organizationId: actor.organizationId, interviewId, type: "interview.opened", payload: {}, at: new Date() },
  });
  const delivery = await db().webhookDelivery.create({
    data: { webhookId: webhook.id, eventId: event.id, status: "failed" },
  });
  const template = await db().template.findFirstOrThrow({ where: { organizationId: actor.organizationId } });
  const ids = {
    candidate_id: String(candidateId),
    session_id: sessionId,
    answer_id: answerId,
    interview_id: interviewId,
    template_id: template.id,
    analysis_id: analysisId,
    decision_id: decisionId,
    share_link_id: link.id,
    webhook_id: webhook.id,
    delivery_id: delivery.id,
    sign_in_id: await signIns.insert(db(), userId, { device: "A browser", address: "192.0.2.1" }),
    api_key_id: (await createApiKey({ name: "matrix" }, actor)).id,
  };
  return { ids, interviewId, sessionId, token, shareToken: url.split("/").at(-1) ?? "" };
}

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase } from "../db/testing.ts";
import { getReview } from "../review/get-review.ts";
import { deliveriesOf, testWebhook } from "../webhooks/testing-webhook.ts";
import { noteOpened } from "./note-opened.ts";
import { requestDeletion } from "./request-deletion.ts";

await testDatabase();

async function interview() {
  const hook = await testWebhook("https://receiver.example/");
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: hook.interviewId } });
  return { ...hook, token };
}

const told = async (webhookId: string) => (await deliveriesOf(webhookId)).map(({ event }) => event.type);

test("a candidate who asks for deletion is heard once, also when the invitation is over", async () => {
  const { token, interviewId, candidateId, webhookId, actor } = await interview();
  await db().interview.update({ where: { id: interviewId }, data: { expiresAt: new Date(0) } });
  await Promise.all([requestDeletion(token), requestDeletion(token)]);
  const { deletionRequestedAt } = await db().candidate.findUniqueOrThrow({ where: { id: candidateId } });
  await requestDeletion(token);
  expect(await told(webhookId)).toEqual(["candidate.deletion_requested"]);
  const audit = await db().auditEvent.findMany({ where: { action: "candidate.deletion_requested" } });
  expect(audit).toMatchObject([{ actorKind: "candidate", actorId: String(candidateId) }]);
  const { candidate } = await getReview(interviewId, actor);
  expect(candidate.deletion_requested_at).toBe(deletionRequestedAt?.toISOString());
});

test.each([randomUUID(), "no token"])("a link that opens nothing asks for nothing: %s", async (token) => {
  await expect(requestDeletion(token)).rejects.toMatchObject({ code: "interview_not_found" });
});

test("the first opening of a link is kept and told once", async () => {
  const { token, interviewId, webhookId } = await interview();
  await Promise.all([noteOpened(token), noteOpened(token)]);
  const { openedAt } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } });
  await noteOpened(token);
  expect(await db().interview.findUniqueOrThrow({ where: { id: interviewId } })).toMatchObject({ openedAt });
  expect(openedAt).not.toBeNull();
  expect(await told(webhookId)).toEqual(["interview.opened"]);
});

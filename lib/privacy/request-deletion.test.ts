import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { noteOpened } from "../sitting/note-opened.ts";
import { recordConsent } from "../sitting/record-consent.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testReviewer } from "../testing/interviews.ts";
import { getRestriction, getReview } from "../testing/reviewed.ts";
import { deliveriesOf, testWebhook } from "../testing/webhooks/webhook.ts";
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
  expect(await getRestriction(actor, interviewId)).toMatchObject({ requestedAt: deletionRequestedAt?.toISOString() });
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

test("a deletion request by one of those who invited is not the candidate's", async () => {
  const { token, candidateId, actor, webhookId } = await interview();
  const member = await testReviewer(actor);
  const key = { organizationId: actor.organizationId, kind: "api_key", id: randomUUID() } as const;
  for (const asker of [member, key]) {
    await expect(requestDeletion(token, asker)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await db().candidate.findUniqueOrThrow({ where: { id: candidateId } })).toMatchObject({
    deletionRequestedAt: null,
  });
  expect(await told(webhookId)).toEqual([]);
  // Whoever works elsewhere may well be a candidate here.
  await requestDeletion(token, await testReviewer(await testOrganization("Elsewhere")));
  expect(await told(webhookId)).toEqual(["candidate.deletion_requested"]);
});

test("a consent by one of those who invited is kept as theirs, and gives way to the candidate's own", async () => {
  const { token, interviewId, candidateId, actor } = await interview();
  const member = await testReviewer(actor, "Rita Reviewer");
  const body = { interview_token: token, consent_version: "2026-12" };
  await recordConsent(body, member);
  expect((await getReview(interviewId, actor)).consent).toMatchObject({ by: "Rita Reviewer" });
  await recordConsent(body);
  await recordConsent(body, member);
  expect((await getReview(interviewId, actor)).consent).toMatchObject({ by: null });
  const said = await db().auditEvent.findMany({
    where: { subjectId: interviewId, action: { startsWith: "consent.given" } },
    orderBy: { id: "asc" },
  });
  expect(said.map(({ actorKind, actorId, action }) => [actorKind, actorId, action])).toEqual([
    ["user", member.id, "consent.given_for_candidate"],
    ["candidate", String(candidateId), "consent.given"],
  ]);
});

import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { StartSessionBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import { noticeText } from "../domain/consent-notice.ts";
import type { OpenInvitation } from "../domain/invitation-view.ts";
import { acceptPart } from "../recording/accept-part.ts";
import { openSegment } from "../recording/open-segment.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { getInvitationView } from "./get-invitation.ts";
import { noteOpened } from "./note-opened.ts";
import { recordConsent } from "./record-consent.ts";
import { startSession } from "./start-session.ts";

await testDatabase();

async function invited() {
  const actor = await testOrganization("Lighthouse");
  await testTemplate(actor);
  const { token, interviewId } = await testInvitation({ name: "Ada", email: "ada@example.com" }, actor);
  const program = { organizationId: actor.organizationId, kind: "api_key", id: randomUUID() } as const;
  return { actor, token, interviewId, program };
}

const view = async (token: string) => (await getInvitationView(token)) as OpenInvitation;
const start = (token: string, program: Parameters<typeof startSession>[2] = null) =>
  startSession(StartSessionBody.parse({ interview_token: token, recording_config: {} }), null, program);
const consent = (interview_token: string, consent_hash: string | null, consent_version = "2026-12") =>
  recordConsent({ interview_token, consent_version, consent_hash });
const REQUIRED = { code: "consent_required" };
const UNKNOWN = { code: "consent_unknown" };

async function* oneByte() {
  yield new Uint8Array(1);
}

test("once the link was opened nothing is started or taken without the candidate's consent", async () => {
  const { token, interviewId } = await invited();
  await noteOpened(token);
  await expect(start(token)).rejects.toMatchObject(REQUIRED);
  const { consentHash } = await view(token);
  await consent(token, consentHash);
  const { sessionId } = await start(token);
  expect(await openSegment(sessionId, { client_key: "a", mime_type: "video/webm" })).toBe(0);
  const session = await db().session.findUniqueOrThrow({ where: { interviewId } });
  expect(session.consentBasis).toBe("consent");
  const given = await db().auditEvent.findMany({
    where: { subjectId: interviewId, action: { startsWith: "consent" } },
  });
  expect(given).toMatchObject([{ actorKind: "candidate", action: "consent.given", detail: { hash: consentHash } }]);
});

test("a sitting begun before its link was opened takes no more from then on, until the candidate agrees", async () => {
  const { token, interviewId } = await invited();
  const { sessionId } = await start(token);
  await openSegment(sessionId, { client_key: "a", mime_type: "video/webm" });
  await noteOpened(token);
  const part = { sessionId, segmentIndex: 0, seq: 0, offset: 0, length: 1, sha256: "0".repeat(64) };
  await expect(acceptPart(part, oneByte())).rejects.toMatchObject(REQUIRED);
  await expect(openSegment(sessionId, { client_key: "b", mime_type: "video/webm" })).rejects.toMatchObject(REQUIRED);
  await consent(token, (await view(token)).consentHash);
  expect(await openSegment(sessionId, { client_key: "b", mime_type: "video/webm" })).toBe(1);
  const vouched = await db().auditEvent.findMany({ where: { subjectId: interviewId, action: "consent.vouched" } });
  expect(vouched).toMatchObject([{ actorKind: "system", detail: { basis: "link_unopened" } }]);
});

test("a key of the organisation vouches for its candidate, another organisation's for nobody", async () => {
  const { token, interviewId, program } = await invited();
  const { program: strangers } = await invited();
  await noteOpened(token);
  await expect(start(token, strangers)).rejects.toMatchObject(REQUIRED);
  const { sessionId } = await start(token, program);
  await openSegment(sessionId, { client_key: "a", mime_type: "video/webm" }, program);
  await expect(openSegment(sessionId, { client_key: "b", mime_type: "video/webm" })).rejects.toMatchObject(REQUIRED);
  const vouched = await db().auditEvent.findMany({ where: { subjectId: interviewId, action: "consent.vouched" } });
  expect(vouched).toMatchObject([{ actorKind: "api_key", actorId: program.id, detail: { basis: "key" } }]);
});

test("sittings under way at the upgrade keep what they have", async () => {
  const { token } = await invited();
  const { sessionId } = await start(token);
  await db().session.update({ where: { id: sessionId }, data: { consentBasis: "before" } });
  await noteOpened(token);
  expect((await start(token)).sessionId).toBe(sessionId);
  expect(await openSegment(sessionId, { client_key: "a", mime_type: "video/webm" })).toBe(0);
});

test("what is agreed to is kept word by word, once for each text, and never overwritten", async () => {
  const { token, interviewId, actor } = await invited();
  await noteOpened(token);
  const first = await view(token);
  const text = noticeText(first.notice);
  expect(first.consentHash).toBe(createHash("sha256").update(text).digest("hex"));
  await Promise.all([consent(token, first.consentHash), consent(token, first.consentHash)]);
  expect((await view(token)).agreed).toBe(true);
  const { organizationId } = actor;
  await db().webhook.create({ data: { organizationId, url: "https://hooks.example.com/x", events: [], secret: "s" } });
  const second = await view(token);
  expect([second.agreed, second.consentHash === first.consentHash]).toEqual([false, false]);
  expect(noticeText(second.notice)).toContain("hooks.example.com");
  await noteOpened(token);
  await consent(token, second.consentHash);
  const kept = await db().consent.findMany({ where: { interviewId }, orderBy: { id: "asc" }, include: { text: true } });
  expect(kept.map(({ hash, text: words }) => [hash, words?.text])).toEqual([
    [first.consentHash, text],
    [second.consentHash, noticeText(second.notice)],
  ]);
  const change = db().$executeRaw`UPDATE consents SET version = 'mine' WHERE interview_id = ${interviewId}::uuid`;
  await expect(change).rejects.toThrow("never changed");
});

test("words that were not shown are no consent, those that were shown count also after they changed", async () => {
  const { token, actor } = await invited();
  const { token: strangers } = await invited();
  await noteOpened(token);
  const shown = await view(token);
  await expect(consent(token, "f".repeat(64))).rejects.toMatchObject(UNKNOWN);
  await expect(consent(token, null, "I-MADE-THIS-UP")).rejects.toMatchObject(UNKNOWN);
  const { organizationId } = actor;
  await db().webhook.create({ data: { organizationId, url: "https://hooks.example.com/y", events: [], secret: "s" } });
  await consent(token, shown.consentHash);
  await consent(strangers, null);
  expect(await db().consent.count()).toBeGreaterThan(1);
});

test("who sees an interview is said as it is: roles, programs, share links and whoever is told", async () => {
  const { token, actor } = await invited();
  const words = async () => noticeText((await view(token)).notice);
  expect(await words()).not.toContain("Programs of");
  const { organizationId } = actor;
  for (const role of ["owner", "reviewer"] as const) {
    const email = `${randomUUID()}@example.com`;
    await db().user.create({ data: { organizationId, name: role, email, role, passwordHash: "x" } });
  }
  await db().apiKey.create({
    data: { organizationId, name: "ATS", prefix: "tf", hash: randomUUID(), scopes: ["read"] },
  });
  const said = await words();
  expect(said).toContain("(owners and reviewers)");
  expect(said).toContain("Programs of Lighthouse can read");
  expect(said).toContain("none of its interviews is shown so now");
  await db().apiKey.updateMany({ where: { organizationId }, data: { revokedAt: new Date() } });
  expect(await words()).not.toContain("Programs of");
});

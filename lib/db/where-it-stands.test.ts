import { expect, test } from "vitest";
import type { Actor } from "../domain/actor.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import * as analyses from "./analyses.ts";
import { type Db, db, transaction } from "./client.ts";
import * as decisions from "./decisions.ts";
import * as interviewList from "./interview-list.ts";
import * as sessionList from "./session-list.ts";
import * as sessions from "./sessions.ts";

await testDatabase();
const actor = await testOrganization();
const { organizationId } = actor;
const template = await testTemplate(actor);
const { id: userId } = await db().user.create({
  data: { organizationId, email: "decides@example.com", name: "Dee", role: "recruiter", passwordHash: "none" },
});

async function sitting(owner: Actor = actor, templateId = template.id) {
  const candidate = await db().candidate.create({
    data: { organizationId: owner.organizationId, name: "Ada", email: `${crypto.randomUUID()}@example.com` },
  });
  const interview = await db().interview.create({
    data: {
      organizationId: owner.organizationId,
      candidateId: candidate.id,
      templateId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const session = await db().session.create({
    data: {
      organizationId: owner.organizationId,
      interviewId: interview.id,
      candidateId: candidate.id,
      recordingConfig: {},
    },
  });
  return { interviewId: interview.id, sessionId: session.id, organizationId: owner.organizationId };
}

const standsOf = (id: string) => db().interview.findUniqueOrThrow({ where: { id } });

const BY_THEMSELVES = { reason: "Because.", apiKeyId: null, recordingVersion: 0, analysisVersion: 0 };

const decide = (sessionId: string, decision: "passed" | "failed" | "needs_review") =>
  decisions.append(db(), { organizationId, sessionId, userId, decision, ...BY_THEMSELVES });

test("an interview awaits a decision from its end until somebody decides, and the latest decision counts", async () => {
  const { interviewId, sessionId } = await sitting();
  expect(await standsOf(interviewId)).toMatchObject({ awaitsDecision: false, decision: null });
  await sessions.complete(db(), sessionId);
  expect(await standsOf(interviewId)).toMatchObject({ awaitsDecision: true, decision: null });
  await decide(sessionId, "needs_review"); // wants another look
  expect(await standsOf(interviewId)).toMatchObject({ awaitsDecision: true, decision: "needs_review" });
  await decide(sessionId, "passed");
  expect(await standsOf(interviewId)).toMatchObject({ awaitsDecision: false, decision: "passed" });
  await decide(sessionId, "failed");
  expect(await standsOf(interviewId)).toMatchObject({ awaitsDecision: false, decision: "failed" });
});

test("a decision that is rolled back leaves no trace", async () => {
  const { interviewId, sessionId } = await sitting();
  await sessions.complete(db(), sessionId);
  await transaction(async (tx) => {
    await decisions.append(tx, { organizationId, sessionId, userId, decision: "passed", ...BY_THEMSELVES });
    throw new Error("no");
  }).catch(() => undefined);
  expect(await standsOf(interviewId)).toMatchObject({ awaitsDecision: true, decision: null });
});

test("the recommendation is the latest analysis's, and none while a newer one is made", async () => {
  const { interviewId, sessionId } = await sitting();
  const first = await analyses.createNext(db(), { id: sessionId, organizationId });
  const found = { status: "completed", finalStatus: "passed" } as const;
  await db().analysis.update({ where: { id: first }, data: found });
  expect((await standsOf(interviewId)).recommendation).toBe("passed");
  const second = await analyses.createNext(db(), { id: sessionId, organizationId });
  expect((await standsOf(interviewId)).recommendation).toBeNull();
  await db().analysis.update({ where: { id: first }, data: { ...found, finalStatus: "failed" } });
  expect((await standsOf(interviewId)).recommendation).toBeNull(); // an older one says nothing any more
  await db().analysis.update({ where: { id: second }, data: { ...found, finalStatus: "needs_review" } });
  expect((await standsOf(interviewId)).recommendation).toBe("needs_review");
});

test("an older analysis that ends while a newer one is begun does not become the recommendation", async () => {
  const { interviewId, sessionId } = await sitting();
  const first = await analyses.createNext(db(), { id: sessionId, organizationId });
  const begun = Promise.withResolvers<void>();
  const ended = transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`; // the transaction is there before the other one ends
    await begun.promise;
    await tx.analysis.update({ where: { id: first }, data: { status: "completed", finalStatus: "passed" } });
  });
  const second = transaction(async (tx) => {
    await analyses.createNext(tx, { id: sessionId, organizationId });
    begun.resolve();
    await tx.$queryRaw`SELECT pg_sleep(0.2)::text`;
  });
  await Promise.all([ended, second]);
  expect((await standsOf(interviewId)).recommendation).toBeNull();
});

test("an interview's stage is what was meant of it, and time changes nothing of it", async () => {
  const open = await sitting();
  const revoke = (id: string, revokedAt: Date | null) => db().interview.update({ where: { id }, data: { revokedAt } });
  expect(await standsOf(open.interviewId)).toMatchObject({ stage: "open", endedAt: null });
  await revoke(open.interviewId, new Date());
  expect(await standsOf(open.interviewId)).toMatchObject({ stage: "revoked" });
  await revoke(open.interviewId, null);
  expect(await standsOf(open.interviewId)).toMatchObject({ stage: "open" });
  await sessions.complete(db(), open.sessionId);
  const { startedAt, endedAt } = await db().session.findUniqueOrThrow({ where: { id: open.sessionId } });
  expect(await standsOf(open.interviewId)).toMatchObject({ stage: "completed", startedAt, endedAt });
  await revoke(open.interviewId, new Date()); // too late: it was finished
  expect(await standsOf(open.interviewId)).toMatchObject({ stage: "completed" });
});

test("an interview that is revoked while it is being completed is completed, whoever comes first", async () => {
  for (const first of ["revoked", "completed"]) {
    const { interviewId, sessionId } = await sitting();
    const held = Promise.withResolvers<void>();
    const revoke = (tx: Db) => tx.interview.update({ where: { id: interviewId }, data: { revokedAt: new Date() } });
    const complete = (tx: Db) => sessions.complete(tx, sessionId);
    const [one, two] = first === "revoked" ? [revoke, complete] : [complete, revoke];
    const earlier = transaction(async (tx) => {
      await one(tx);
      held.resolve();
      await tx.$queryRaw`SELECT pg_sleep(0.2)::text`;
    });
    await held.promise;
    await Promise.all([earlier, transaction<unknown>((tx) => two(tx))]);
    expect(await standsOf(interviewId)).toMatchObject({ stage: "completed" });
  }
});

test("the latest analysis and the latest decision stand there with their times", async () => {
  const { interviewId, sessionId } = await sitting();
  const id = await analyses.createNext(db(), { id: sessionId, organizationId });
  expect(await standsOf(interviewId)).toMatchObject({ latestAnalysisId: id, overallScore: null, analysedAt: null });
  const completedAt = new Date("2026-11-30T10:00:00Z");
  await db().analysis.update({ where: { id }, data: { status: "completed", overallScore: 71.5, completedAt } });
  expect(await standsOf(interviewId)).toMatchObject({ overallScore: 71.5, analysedAt: completedAt });
  const { id: latestDecisionId, createdAt: decidedAt } = await decide(sessionId, "passed");
  expect(await standsOf(interviewId)).toMatchObject({ latestDecisionId, decidedAt });
});

test("a sitting that is deleted leaves nothing of it behind", async () => {
  const { interviewId, sessionId } = await sitting();
  await sessions.complete(db(), sessionId);
  await decide(sessionId, "passed");
  await db().analysis.delete({ where: { id: await analyses.createNext(db(), { id: sessionId, organizationId }) } });
  await db().decision.deleteMany({ where: { sessionId } });
  await db().session.delete({ where: { id: sessionId } });
  const nothing = { startedAt: null, endedAt: null, latestAnalysisId: null, latestDecisionId: null, decision: null };
  expect(await standsOf(interviewId)).toMatchObject({ stage: "open", awaitsDecision: false, ...nothing });
});

test("what is left of somebody who is being erased is in no list", async () => {
  const { interviewId, sessionId } = await sitting();
  await sessions.complete(db(), sessionId);
  const decision = await decide(sessionId, "passed");
  const other = await sitting();
  const { candidateId } = await standsOf(interviewId);
  await db().candidate.update({ where: { id: candidateId }, data: { erasingSince: new Date() } });
  expect(await standsOf(interviewId)).toMatchObject({ erased: true });
  expect(await db().session.findUnique({ where: { id: sessionId } })).toMatchObject({ erased: true });
  expect(await db().decision.findUnique({ where: { id: decision.id } })).toMatchObject({ erased: true });
  expect(await standsOf(other.interviewId)).toMatchObject({ erased: false });
  const whole = { organizationId, from: null, limit: 100, now: new Date() };
  const listed = await interviewList.list(db(), whole);
  expect(listed.map(({ id }) => id)).toContain(other.interviewId);
  expect(listed.map(({ id }) => id)).not.toContain(interviewId);
  expect((await sessionList.list(db(), whole)).map((each) => each.interviewId)).not.toContain(interviewId);
  expect((await decisions.list(db(), whole)).map(({ id }) => id)).not.toContain(decision.id);
});

test("the columns say of every interview what the rows they come from say", async () => {
  const wrong = await db().$queryRaw<unknown[]>`
    SELECT i.id FROM interviews i
    LEFT JOIN sessions s ON s.interview_id = i.id
    LEFT JOIN LATERAL (
      SELECT id, decision, created_at FROM decisions WHERE session_id = s.id ORDER BY created_at DESC, id DESC LIMIT 1) d ON true
    LEFT JOIN LATERAL (
      SELECT id, final_status, overall_score, completed_at FROM analyses WHERE session_id = s.id ORDER BY version DESC LIMIT 1) a ON true
    WHERE (i.decision, i.recommendation, i.awaits_decision) IS DISTINCT FROM
        (d.decision, a.final_status,
          coalesce(s.status = 'completed', false) AND coalesce(d.decision, 'needs_review') = 'needs_review')
      OR (i.latest_decision_id, i.decided_at) IS DISTINCT FROM (d.id, d.created_at)
      OR (i.latest_analysis_id, i.overall_score, i.analysed_at) IS DISTINCT FROM (a.id, a.overall_score, a.completed_at)
      OR (i.started_at, i.ended_at) IS DISTINCT FROM (s.started_at, s.ended_at)
      OR i.stage::text IS DISTINCT FROM
        CASE WHEN s.status = 'completed' THEN 'completed' WHEN i.revoked_at IS NOT NULL THEN 'revoked' ELSE 'open' END`;
  expect(wrong).toEqual([]);
});

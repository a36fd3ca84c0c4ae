import pg from "pg";
import { expect, test } from "vitest";
import type { Actor } from "../domain/actor.ts";
import * as analyses from "./analyses.ts";
import { type Db, db, transaction } from "./client.ts";
import * as decisions from "./decisions.ts";
import * as exports from "./exports.ts";
import { Prisma } from "./generated/client.ts";
import * as interviewList from "./interview-list.ts";
import * as sessions from "./sessions.ts";
import { testDatabase, testOrganization, testTemplate } from "./testing.ts";

const { url } = await testDatabase();
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

const standsOf = (id: string) =>
  db().interview.findUniqueOrThrow({
    where: { id },
    select: { awaitsDecision: true, decision: true, recommendation: true },
  });

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

test("the three columns say of every interview what the rows they come from say", async () => {
  const wrong = await db().$queryRaw<unknown[]>`
    SELECT i.id FROM interviews i
    LEFT JOIN sessions s ON s.interview_id = i.id
    LEFT JOIN LATERAL (
      SELECT decision FROM decisions WHERE session_id = s.id ORDER BY created_at DESC, id DESC LIMIT 1) d ON true
    LEFT JOIN LATERAL (
      SELECT final_status FROM analyses WHERE session_id = s.id ORDER BY version DESC LIMIT 1) a ON true
    WHERE (i.decision, i.recommendation, i.awaits_decision) IS DISTINCT FROM
      (d.decision, a.final_status,
        coalesce(s.status = 'completed', false) AND coalesce(d.decision, 'needs_review') = 'needs_review')`;
  expect(wrong).toEqual([]);
});

/* A large organisation, in which nobody has decided what is asked for, and nothing waits. */
const LARGE = 20_000;

async function fill(): Promise<string> {
  const large = await testOrganization("Large Ltd");
  const role = await testTemplate(large, "Large role");
  const id = large.organizationId;
  await db().$executeRaw`
    INSERT INTO candidates (organization_id, name, email)
    SELECT ${id}::uuid, 'Candidate ' || n, 'c' || n || '@large.example' FROM generate_series(1, ${LARGE}::int) n`;
  await db().$executeRaw`
    INSERT INTO interviews (id, token, organization_id, candidate_id, template_id, expires_at, created_at, decision, recommendation)
    SELECT gen_random_uuid(), gen_random_uuid(), ${id}::uuid, c.id, ${role.id}::uuid, now(), now() - c.id * interval '1 minute', 'passed', 'failed'
    FROM candidates c WHERE organization_id = ${id}::uuid`;
  await db().$executeRaw`
    INSERT INTO sessions (id, organization_id, interview_id, candidate_id, recording_config, ended_at)
    SELECT gen_random_uuid(), i.organization_id, i.id, i.candidate_id, '{}', now() FROM interviews i WHERE i.organization_id = ${id}::uuid`;
  await db().$executeRaw`ANALYZE`;
  return id;
}

/** Instead of rows: how many blocks the statement looks at, indexes and all. */
function blocksOf(client: pg.Client): { blocks: Db; read: () => number } {
  let blocks = 0;
  const $queryRaw = async (text: TemplateStringsArray, ...values: unknown[]) => {
    const statement = Prisma.sql(text, ...values);
    const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.text}`, statement.values);
    const { Plan } = rows[0]["QUERY PLAN"][0];
    blocks = Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"];
    return [];
  };
  return { blocks: { $queryRaw } as unknown as Db, read: () => blocks };
}

test("a filter that finds nothing looks at an index, however many interviews there are", async () => {
  const id = await fill();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { blocks, read } = blocksOf(client);
  const page = { organizationId: id, from: null, limit: 26, now: new Date() };
  await interviewList.list(blocks, { ...page, state: "expired" });
  expect(read()).toBeGreaterThan(200); // which no index knows: a walk through the organisation
  for (const filter of [
    { decision: "needs_review" },
    { recommendation: "needs_review" },
    { state: "to_review" },
  ] as const) {
    await interviewList.list(blocks, { ...page, ...filter });
    expect(read(), JSON.stringify(filter)).toBeLessThan(40);
  }
  await exports.listRows(blocks, { words: [], state: "to_review" }, page);
  expect(read()).toBeLessThan(40);
  await client.end();
});

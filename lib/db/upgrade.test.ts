import { afterAll, beforeAll, expect, test } from "vitest";
import { addQuestion } from "../sitting/add-question.ts";
import { getSessionHead } from "../sitting/read-results.ts";
import { maintenanceUrl, migrationsUpTo, run } from "../testing/database/migrations.ts";
import { db, disconnect } from "./client.ts";
import { migrate } from "./migrations/migrate.ts";

/*
 * A database of the release before readers had ids of their own, with interviews in it, brought up to now.
 */

const RELEASE = "20261122162639_transcript_sound_hash";
const url = new URL(process.env.DATABASE_URL as string); // set by testing/database/environment.ts; this file makes it

const ORGANIZATION = "10000000-0000-4000-8000-000000000000";
const USER = "20000000-0000-4000-8000-000000000000";
const KEY = "30000000-0000-4000-8000-000000000000";
const actor = { kind: "system", organizationId: ORGANIZATION } as const;
const ACTIVE = "a0000000-0000-4000-8000-000000000000";
const COMPLETED = "c0000000-0000-4000-8000-000000000000";
const interviewOf = (session: string) => session.replace("0000-4000", "0001-4000");

beforeAll(async () => {
  await run(maintenanceUrl(), `CREATE DATABASE ${url.pathname.slice(1)}`);
  await migrate(url.href, { migrationsDir: await migrationsUpTo(RELEASE) });
  await run(url.href, CONTENT);
  await migrate(url.href);
});
afterAll(disconnect);

const interview = (session: string, status: string) => `
  INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at)
    SELECT '${interviewOf(session)}', '${ORGANIZATION}', c.id, t.id, gen_random_uuid(), now() + interval '1 day' FROM candidates c, templates t;
  INSERT INTO sessions (id, organization_id, interview_id, candidate_id, status, recording_config)
    SELECT '${session}', '${ORGANIZATION}', '${interviewOf(session)}', c.id, '${status}', '{}' FROM candidates c;
  INSERT INTO recordings (session_id) VALUES ('${session}');
  INSERT INTO webhook_events (message_id, organization_id, interview_id, type, payload) VALUES (gen_random_uuid(), '${ORGANIZATION}',
    '${interviewOf(session)}', 'interview.started',
    '{"type":"interview.started","data":{"session_id":"${session}","links":{"analysis":"https://x/1?session_id=${session}"}}}');`;

const BY_KEY = "d0000000-0000-4000-8000-000000000000";
const BY_PERSON = "d0000000-0000-4000-8000-000000000001";

const decision = (id: string, actorKind: string, actorId: string) => `
  INSERT INTO decisions (id, organization_id, session_id, user_id, decision, reason)
    VALUES ('${id}', '${ORGANIZATION}', '${COMPLETED}', '${USER}', 'passed', 'Good.');
  INSERT INTO audit_events (organization_id, actor_kind, actor_id, action, subject_kind, subject_id, detail)
    VALUES ('${ORGANIZATION}', '${actorKind}', '${actorId}', 'decision.made', 'interview', '${interviewOf(COMPLETED)}',
      '{"decision_id":"${id}"}');`;

const CONTENT = `
  INSERT INTO organizations (id, name) VALUES ('${ORGANIZATION}', 'Test Ltd');
  INSERT INTO users (id, organization_id, email, name, password_hash, role)
    VALUES ('${USER}', '${ORGANIZATION}', 'rita@example.com', 'Rita', '-', 'recruiter');
  INSERT INTO templates (id, organization_id, name, role_title) VALUES (gen_random_uuid(), '${ORGANIZATION}', 'T', 'Tester');
  INSERT INTO candidates (organization_id, name, email) VALUES ('${ORGANIZATION}', 'Ada', 'ada@example.com');
  ${interview(ACTIVE, "active")}
  ${interview(COMPLETED, "completed")}
  INSERT INTO api_keys (id, organization_id, name, prefix, hash) VALUES ('${KEY}', '${ORGANIZATION}', 'ATS', 'tf', 'hash');
  ${decision(BY_KEY, "api_key", KEY)}
  ${decision(BY_PERSON, "user", USER)}`;

test("every session gets an id of its own for readers, and both ids read it", async () => {
  const sessions = await db().session.findMany({ select: { id: true, publicId: true } });
  expect(new Set(sessions.flatMap(({ id, publicId }) => [id, publicId])).size).toBe(4);
  for (const { id, publicId } of sessions) {
    expect((await getSessionHead(actor, publicId)).id).toBe(id);
    expect((await getSessionHead(actor, id)).publicId).toBe(publicId);
  }
});

test("an interview that was under way goes on by the id that its browser holds", async () => {
  const session_id = ACTIVE;
  const question_data = { text: "Are you still there?" };
  expect(await addQuestion({ session_id, question_data })).toMatch(/^[0-9a-f-]{36}$/);
  const { publicId } = await db().session.findUniqueOrThrow({ where: { id: ACTIVE } });
  await expect(addQuestion({ session_id: publicId, question_data })).rejects.toMatchObject({
    code: "session_not_found",
  });
  await expect(addQuestion({ session_id: COMPLETED, question_data })).rejects.toMatchObject({ code: "session_ended" });
});

test("what is still to be sent to webhooks no longer names the id that writes", async () => {
  const events = await db().webhookEvent.findMany();
  const { publicId } = await db().session.findUniqueOrThrow({ where: { id: ACTIVE } });
  const said = JSON.stringify(events.map(({ payload }) => payload));
  expect(said).not.toContain(ACTIVE);
  expect(said).not.toContain(COMPLETED);
  expect(said.split(publicId)).toHaveLength(3);
});

test("reports read the id for readers, too", async () => {
  const [row] = await db().$queryRaw<{ interview_session_id: string }[]>`SELECT * FROM candidate_interviews`;
  const ids = await db().session.findMany({ select: { publicId: true } });
  expect(ids.map(({ publicId }) => publicId)).toContain(row?.interview_session_id);
});

test("a decision that a key had sent is known as that key's", async () => {
  const decisions = await db().decision.findMany({ select: { id: true, apiKeyId: true, recordingVersion: true } });
  expect(decisions.sort((one, other) => one.id.localeCompare(other.id))).toEqual([
    { id: BY_KEY, apiKeyId: KEY, recordingVersion: null },
    { id: BY_PERSON, apiKeyId: null, recordingVersion: null },
  ]);
});

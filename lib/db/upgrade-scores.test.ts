import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maintenanceUrl, migrationsUpTo, run } from "../testing/database/migrations.ts";
import { migrate } from "./migrations/migrate.ts";

/*
 * A database in which scores stood in columns and little stood on interviews, brought up to now.
 */

const BEFORE_VERSIONS = "20261130100000"; // of templates, which have their words in them until then
const BEFORE_SCORES = "20261130140000";
const BEFORE_STANDING = "20261130141000";
const url = new URL(process.env.DATABASE_URL as string); // set by testing/database/environment.ts; this file makes it
const VIEW = "SELECT * FROM candidate_interviews ORDER BY candidate_id";

let client: pg.Client;
let viewBefore: unknown[];
let viewAfter: unknown[];

beforeAll(async () => {
  await run(maintenanceUrl(), `CREATE DATABASE ${url.pathname.slice(1)}`);
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await migrate(url.href, { migrationsDir: await migrationsUpTo(BEFORE_VERSIONS) });
  await client.query(CONTENT);
  await migrate(url.href, { migrationsDir: await migrationsUpTo(BEFORE_SCORES) });
  viewBefore = (await client.query(VIEW)).rows;
  await migrate(url.href, { migrationsDir: await migrationsUpTo(BEFORE_STANDING) });
  viewAfter = (await client.query(VIEW)).rows;
  await client.query("UPDATE candidates SET erasing_since = now(), deletion_requested_at = now() WHERE id = 4");
  await migrate(url.href);
});
afterAll(() => client.end());

const id = (kind: number, number: number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const [ORGANIZATION, TEMPLATE, USER] = [id(1, 0), id(2, 0), id(3, 0)];

/** Interview and sitting of the candidate of this number. */
const interview = (n: number, status: "active" | "completed", revokedAt = "NULL") => `
  INSERT INTO candidates (id, organization_id, name, email) VALUES (${n}, '${ORGANIZATION}', 'C${n}', 'c${n}@example.com');
  INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at, revoked_at)
    VALUES ('${id(4, n)}', '${ORGANIZATION}', ${n}, '${TEMPLATE}', gen_random_uuid(), now() + interval '1 day', ${revokedAt});
  INSERT INTO sessions (id, organization_id, interview_id, candidate_id, status, started_at, ended_at, recording_config)
    VALUES ('${id(5, n)}', '${ORGANIZATION}', '${id(4, n)}', ${n}, '${status}', '2026-11-20T10:00:00Z',
      ${status === "completed" ? "'2026-11-20T10:30:00Z'" : "NULL"}, '{}');
  INSERT INTO recordings (session_id, status) VALUES ('${id(5, n)}', 'completed');`;

type Given = { status: string; scores?: (number | null)[]; spread?: string; overall?: number; at?: string };

const analysis = (n: number, version: number, { status, scores, spread, overall, at }: Given) => `
  INSERT INTO analyses (id, organization_id, session_id, version, status, run_id, technical_score, communication_score,
    problem_solving_score, cultural_fit_score, spread, overall_score, final_status, completed_at)
  VALUES ('${id(6, n * 10 + version)}', '${ORGANIZATION}', '${id(5, n)}', ${version}, '${status}', gen_random_uuid(),
    ${(scores ?? [null, null, null, null]).map((score) => score ?? "NULL").join(", ")}, '${spread ?? "{}"}', ${overall ?? "NULL"},
    ${overall === undefined ? "NULL" : "'passed'"}, ${at ? `'${at}'` : "NULL"});`;

const decision = (n: number, number: number, said: string, at: string) => `
  INSERT INTO decisions (id, organization_id, session_id, user_id, decision, reason, created_at)
  VALUES ('${id(7, number)}', '${ORGANIZATION}', '${id(5, n)}', '${USER}', '${said}', 'Because.', '${at}');`;

const SCORES = [85.5, 78.2, null, 70.4];
const CONTENT = `
  INSERT INTO organizations (id, name) VALUES ('${ORGANIZATION}', 'Test Ltd');
  INSERT INTO users (id, organization_id, email, name, password_hash, role)
    VALUES ('${USER}', '${ORGANIZATION}', 'rita@example.com', 'Rita', '-', 'recruiter');
  INSERT INTO templates (id, organization_id, name, role_title) VALUES ('${TEMPLATE}', '${ORGANIZATION}', 'T', 'Tester');
  ${interview(1, "completed")}
  ${analysis(1, 1, { status: "completed", scores: [1, 2, 3, 4], overall: 2.5, at: "2026-11-20T11:00:00Z" })}
  ${analysis(1, 2, {
    status: "completed",
    scores: SCORES,
    spread: '{"technical": 1.25, "communication": null, "cultural_fit": 0}',
    overall: 78,
    at: "2026-11-20T12:00:00Z",
  })}
  ${decision(1, 1, "needs_review", "2026-11-21T10:00:00Z")}
  ${decision(1, 2, "passed", "2026-11-22T10:00:00Z")}
  ${interview(2, "completed")}
  ${analysis(2, 1, { status: "failed", at: "2026-11-20T11:00:00Z" })}
  ${interview(3, "active", "'2026-11-20T10:10:00Z'")}
  ${analysis(3, 1, { status: "processing", spread: '{"technical": "much"}' })}
  ${interview(4, "completed")}
  ${decision(4, 3, "failed", "2026-11-22T10:00:00Z")}
  INSERT INTO candidates (id, organization_id, name, email, deletion_requested_at)
    VALUES (5, '${ORGANIZATION}', 'C5', 'c5@example.com', now());
  INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at)
    VALUES ('${id(4, 5)}', '${ORGANIZATION}', 5, '${TEMPLATE}', gen_random_uuid(), now());`;

const scoresOf = async (n: number, version: number) =>
  (
    await client.query(
      "SELECT criterion, score, spread FROM analysis_scores WHERE analysis_id = $1 ORDER BY criterion",
      [id(6, n * 10 + version)],
    )
  ).rows;

const standsOf = async (n: number) =>
  (await client.query("SELECT * FROM interviews WHERE id = $1", [id(4, n)])).rows[0];

test("a completed analysis has its scores and spreads by criterion, what was not assessed too", async () => {
  expect(await scoresOf(1, 2)).toEqual([
    { criterion: "communication", score: 78.2, spread: null },
    { criterion: "cultural_fit", score: 70.4, spread: 0 },
    { criterion: "problem_solving", score: null, spread: null },
    { criterion: "technical", score: 85.5, spread: 1.25 },
  ]);
  expect(await scoresOf(1, 1)).toHaveLength(4);
});

test("one that failed, or is damaged, has none", async () => {
  expect(await scoresOf(2, 1)).toEqual([]);
  expect(await scoresOf(3, 1)).toEqual([]);
});

test("the view answers what it answered before", () => {
  expect(viewBefore).toHaveLength(4);
  expect(viewAfter).toEqual(viewBefore);
});

test("each interview says where it stood, and what its latest analysis and decision said", async () => {
  expect(await standsOf(1)).toMatchObject({
    stage: "completed",
    started_at: new Date("2026-11-20T10:00:00Z"),
    ended_at: new Date("2026-11-20T10:30:00Z"),
    latest_analysis_id: id(6, 12),
    overall_score: 78,
    analysed_at: new Date("2026-11-20T12:00:00Z"),
    recommendation: "passed",
    latest_decision_id: id(7, 2),
    decision: "passed",
    decided_at: new Date("2026-11-22T10:00:00Z"),
    awaits_decision: false,
    erased: false,
  });
  expect(await standsOf(2)).toMatchObject({ stage: "completed", latest_analysis_id: id(6, 21), overall_score: null });
  expect(await standsOf(3)).toMatchObject({ stage: "revoked", ended_at: null, latest_decision_id: null });
  expect(await standsOf(5)).toMatchObject({ stage: "open", started_at: null });
});

test("whoever was being erased is in no list, and whoever asks for it is restricted", async () => {
  expect(await standsOf(4)).toMatchObject({ erased: true });
  const { rows } = await client.query("SELECT id FROM candidates WHERE restricted ORDER BY id");
  expect(rows).toEqual([{ id: 4 }, { id: 5 }]);
  const erased = await client.query("SELECT session_id FROM decisions WHERE erased");
  expect(erased.rows).toEqual([{ session_id: id(5, 4) }]);
});

test("recordings stand in the order of their sessions", async () => {
  const { rows } = await client.query(`
    SELECT r.session_id FROM recordings r JOIN sessions s ON s.id = r.session_id
    WHERE (r.organization_id, r.session_started_at, r.session_public_id) = (s.organization_id, s.started_at, s.public_id)`);
  expect(rows).toHaveLength(4);
});

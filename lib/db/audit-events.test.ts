import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { append, removeExpired } from "./audit-events.ts";
import { db } from "./client.ts";

const { url } = await testDatabase();

/** Owns everything and may do all that PostgreSQL lets anybody do. */
const owner = new pg.Client({ connectionString: url });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const REFUSED = /audit_events is only added to/;

async function entry(ageDays: number, subjectId = "someone") {
  const { organizationId } = await testOrganization();
  const at = new Date(Date.now() - ageDays * 24 * 3_600_000);
  const who = { actorKind: "system", action: "candidate.changed", subjectKind: "candidate" };
  return db().auditEvent.create({ data: { organizationId, ...who, subjectId, at, detail: { name: "Ada" } } });
}

test.each([
  ["changed", 'UPDATE audit_events SET detail = \'{"name": "Bob"}\' WHERE id = $1'],
  ["blanked by hand", "UPDATE audit_events SET detail = '{}' WHERE id = $1"],
  ["dated back", "UPDATE audit_events SET at = at - interval '10 years' WHERE id = $1"],
  ["deleted", "DELETE FROM audit_events WHERE id = $1"],
])("not even the owner of the database sees an entry %s", async (_, sql) => {
  const { id } = await entry(500);
  await expect(owner.query(sql, [id])).rejects.toThrow(REFUSED);
  expect(await db().auditEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({ detail: { name: "Ada" } });
});

test("the record cannot be emptied, nor its guard be passed by as a replica does", async () => {
  const { id } = await entry(500);
  await expect(owner.query("TRUNCATE audit_events")).rejects.toThrow(REFUSED);
  await owner.query("SET session_replication_role = replica");
  await expect(owner.query("DELETE FROM audit_events WHERE id = $1", [id])).rejects.toThrow(REFUSED);
  await owner.query("RESET session_replication_role");
});

test("a permit's table of somebody's own making permits nothing", async () => {
  const { id } = await entry(500);
  await owner.query("CREATE TEMP TABLE audit_permits (LIKE public.audit_permits)");
  await owner.query("BEGIN");
  await owner.query("INSERT INTO audit_permits SELECT 1, pg_current_xact_id()::text::bigint, 'expired', now()");
  await expect(owner.query("DELETE FROM audit_events WHERE id = $1", [id])).rejects.toThrow(REFUSED);
  await owner.query("ROLLBACK");
  await owner.query("DROP TABLE pg_temp.audit_permits");
});

test("only what has expired is removed", async () => {
  const { id } = await entry(2);
  await removeExpired(db(), 3, 10_000);
  expect(await db().auditEvent.count({ where: { id } })).toBe(1);
  await removeExpired(db(), 1, 10_000);
  expect(await db().auditEvent.count({ where: { id } })).toBe(0);
});

test("once something was removed, nothing more is permitted in the same transaction", async () => {
  await entry(500);
  const { id: young } = await entry(2);
  await owner.query("BEGIN");
  const { rows } = await owner.query("SELECT remove_expired_audit_events(400, 10000) AS removed");
  expect(rows[0].removed).toBeGreaterThan(0);
  await expect(owner.query("DELETE FROM audit_events WHERE id = $1", [young])).rejects.toThrow(REFUSED);
  await owner.query("ROLLBACK");
});

test("the application itself may add, read and have what has expired removed, and no more", async () => {
  const { organizationId } = await entry(500);
  await owner.query("SET ROLE talentflow_app");
  for (const sql of [
    "UPDATE audit_events SET detail = '{}'",
    "DELETE FROM audit_events",
    "TRUNCATE audit_events",
    "ALTER TABLE audit_events DISABLE TRIGGER ALL",
    "INSERT INTO audit_permits (transaction_id, kind, before) VALUES (1, 'expired', now())",
    "SET session_replication_role = replica",
    "DELETE FROM _prisma_migrations",
    "CREATE OR REPLACE FUNCTION guard_audit_events() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
  ]) {
    await expect(owner.query(sql), sql).rejects.toThrow(/permission denied|must be owner/);
  }
  const sql =
    "INSERT INTO audit_events (organization_id, actor_kind, action, subject_kind, subject_id) VALUES ($1, 'a', 'b', 'c', 'd')";
  await owner.query(sql, [organizationId]);
  const { rows } = await owner.query("SELECT remove_expired_audit_events(400, 10000) AS removed");
  expect(rows[0].removed).toBeGreaterThan(0);
  await owner.query("RESET ROLE");
});

test.each([0, -1])("entries are kept for at least a day: %d days are refused", async (days) => {
  await expect(removeExpired(db(), days, 10)).rejects.toThrow("at least one day");
});

test("details about one subject are blanked, and that is written down", async () => {
  const { organizationId, subjectId } = await entry(3, "erased");
  const actor = { organizationId, kind: "system" as const };
  await append(db(), actor, "candidate.changed", { kind: "candidate", id: "another", detail: { name: "Bob" } });
  const blank = () =>
    db().$queryRaw`SELECT blank_audit_details(${organizationId}::uuid, 'candidate', ${subjectId}) AS blanked`;
  expect(await blank()).toEqual([{ blanked: 1 }]);
  expect(await blank()).toEqual([{ blanked: 0 }]);
  const rows = await db().auditEvent.findMany({ where: { organizationId }, orderBy: { id: "asc" } });
  expect(rows.map(({ action, subjectId, detail }) => [action, subjectId, detail])).toEqual([
    ["candidate.changed", "erased", {}],
    ["candidate.changed", "another", { name: "Bob" }],
    ["audit.blanked", "erased", { entries: 1 }],
  ]);
});

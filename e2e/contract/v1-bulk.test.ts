import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { CreatedInterviewsAnswer } from "../../lib/contract/v1/bulk-interviews.ts";
import { db } from "../../lib/db/client.ts";
import { expectOk, expectRefusal, post, send } from "../support/client.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";
import { createInterview, fieldsOf, keyWith, newCandidate } from "../support/v1.ts";

const PATH = "/api/v1/interviews/bulk";

function row<T extends object>(over?: T) {
  return { candidate: newCandidate(), template_name: "Backend engineer", ...(over as T) };
}

const bulk = async (tenant: Tenant, interviews: unknown[], more: object = {}) =>
  expectOk(await post(PATH, { interviews, ...more }, tenant.apiKey), CreatedInterviewsAnswer);
const countOf = async ({ actor }: Tenant) => ({
  candidates: await db().candidate.count({ where: { organizationId: actor.organizationId } }),
  interviews: await db().interview.count({ where: { organizationId: actor.organizationId } }),
  events: await db().auditEvent.count({ where: { organizationId: actor.organizationId } }),
});

/** Good rows and bad ones of every kind, and what each comes to. */
async function mixedRows(tenant: Tenant) {
  const taken = await createInterview(tenant, { external_id: "taken" });
  const known = newCandidate({ external_id: "known" });
  await createInterview(tenant, { candidate: known });
  const twin = newCandidate({ external_id: "twin" });
  const rows = [
    row({ external_id: "first" }),
    row({ candidate: { name: "", email: "x" } }),
    row({ template_name: "None" }),
    row({ candidate: undefined, candidate_id: taken.candidate_id, allow_another: true }),
    row({ candidate: undefined, candidate_id: 2_147_483_647 }),
    row({ external_id: "taken" }),
    row({ external_id: "first" }),
    row({ candidate: { ...known, email: "other@example.com" } }),
    "not a row",
    row({ candidate: twin }),
    row({ candidate: twin, allow_another: true }),
    row({ candidate: undefined, candidate_external_id: "twin", allow_another: true }),
  ];
  const statuses = [201, 422, 404, 201, 404, 409, 409, 409, 422, 201, 201, 201];
  return { rows, statuses };
}

test("each row is answered in its place, and a bad one stops no other", async () => {
  const tenant = await newTenant();
  const { rows, statuses } = await mixedRows(tenant);
  const before = await countOf(tenant);
  const answer = await bulk(tenant, rows);
  expect(answer.rows.map(({ status }) => status)).toEqual(statuses);
  expect(answer.rows.map(({ row: place }) => place)).toEqual(rows.map((_, place) => place));
  expect(answer).toMatchObject({ dry_run: false, created: 5, refused: 7 });
  expect(answer.rows[1]?.error).toMatchObject({
    code: "invalid_fields",
    issues: [{ path: "candidate.name" }, { path: "candidate.email" }],
  });
  expect(answer.rows.map(({ error }) => error?.code)).toEqual([
    ...[undefined, "invalid_fields", "template_not_found", undefined, "candidate_not_found", "external_id_taken"],
    ...["external_id_taken", "candidate_conflict", "invalid_fields", undefined, undefined, undefined],
  ]);
  const twins = answer.rows.slice(9).map(({ interview }) => interview);
  expect(new Set(twins.map((interview) => interview?.candidate_id)).size).toBe(1);
  expect(twins.map((interview) => interview?.candidate_created)).toEqual([true, false, false]);
  const after = await countOf(tenant);
  expect(after.interviews - before.interviews).toBe(5);
  expect(after.candidates - before.candidates).toBe(2);
});

test("a dry run tells the same and writes nothing", async () => {
  const tenant = await newTenant();
  const { rows } = await mixedRows(tenant);
  const before = await countOf(tenant);
  const dry = await bulk(tenant, rows, { dry_run: true });
  expect(await countOf(tenant)).toEqual(before);
  expect(dry.rows.every(({ interview }) => interview === null)).toBe(true);
  const real = await bulk(tenant, rows);
  const told = ({ created, refused, rows: all }: typeof dry) => ({
    created,
    refused,
    rows: all.map(({ interview: _, ...rest }) => rest),
  });
  expect(told(dry)).toEqual(told(real));
});

test("500 rows are one request, and 501 are refused", async () => {
  const tenant = await newTenant();
  const rows = Array.from({ length: 500 }, (_, n) => row({ external_id: `ats-${n}` }));
  const answer = await bulk(tenant, rows);
  expect(answer).toMatchObject({ created: 500, refused: 0 });
  expect(answer.rows.map(({ interview }) => interview?.external_id)).toEqual(
    rows.map(({ external_id }) => external_id),
  );
  const again = await bulk(tenant, rows);
  expect(again).toMatchObject({ created: 0, refused: 500 });
  expect(fieldsOf(await post(PATH, { interviews: [...rows, row()] }, tenant.apiKey))).toEqual(["interviews"]);
});

test("500 rows with every field, in letters that JSON writers escape, are one request; a body above 1 MiB is none", async () => {
  const tenant = await newTenant();
  const name = "Александра Константиновна Преображенская-Святополк-Мирская";
  const rows = Array.from({ length: 500 }, (_, n) => ({
    candidate: { ...newCandidate({ external_id: `candidate-${n}-${randomUUID()}` }), name },
    template_name: "Backend engineer",
    external_id: `application-${n}-${randomUUID()}`,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
  }));
  const escaped = (json: string) =>
    json.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const raw = escaped(JSON.stringify({ interviews: rows }, null, 4));
  expect(raw.length).toBeGreaterThan(256 * 1024);
  const headers = { "content-type": "application/json" };
  const answer = expectOk(await send("POST", PATH, { raw, headers, apiKey: tenant.apiKey }), CreatedInterviewsAnswer);
  expect(answer).toMatchObject({ created: 500, refused: 0 });
  const long = raw.padEnd(1024 * 1024 + 1);
  expectRefusal(await send("POST", PATH, { raw: long, headers, apiKey: tenant.apiKey }), 413, "body_too_large");
  expectRefusal(
    await send("POST", "/api/v1/interviews", { raw, headers, apiKey: tenant.apiKey }),
    413,
    "body_too_large",
  );
});

test("one Idempotency-Key covers the whole request, also for ten that come at the same moment", async () => {
  const tenant = await newTenant();
  const headers = { "idempotency-key": randomUUID() };
  const json = { interviews: [row(), row({ template_name: "None" }), row()] };
  const ask = () => send("POST", PATH, { json, headers, apiKey: tenant.apiKey });
  const answers = await Promise.all(Array.from({ length: 10 }, ask));
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    expectRefusal(answer, 409, "idempotency_in_progress");
  }
  const bodies = answers.filter(({ status }) => status === 200).map((answer) => JSON.stringify(answer.body));
  expect(new Set(bodies).size).toBe(1);
  const later = await ask();
  expect(later.headers.get("idempotent-replayed")).toBe("true");
  expect(JSON.stringify(later.body)).toBe(bodies[0]);
  expect(await countOf(tenant)).toMatchObject({ candidates: 2, interviews: 2 });
});

test("two bulks about the same people at the same moment make each of them once", async () => {
  const tenant = await newTenant();
  const rows = Array.from({ length: 40 }, () => row({ allow_another: true }));
  const answers = await Promise.all([bulk(tenant, rows), bulk(tenant, [...rows].reverse())]);
  expect(answers.map(({ created }) => created)).toEqual([40, 40]);
  expect(await countOf(tenant)).toMatchObject({ candidates: 40, interviews: 80 });
});

test.each([
  [{}, ["interviews"]],
  [{ interviews: [] }, ["interviews"]],
  [{ interviews: {}, dry_run: "no", mode: 1 }, ["dry_run", "interviews", "mode"]],
])("%j is refused as a whole", async (wrong, fields) => {
  const tenant = await newTenant();
  expect(fieldsOf(await post(PATH, wrong, tenant.apiKey)).sort()).toEqual(fields);
});

test("it needs a key that may write, and a test key's rows stay in the sandbox", async () => {
  const tenant = await newTenant();
  const interviews = [row()];
  expectRefusal(await post(PATH, { interviews }), 401, "unauthenticated");
  const reader = await keyWith(tenant, { scopes: ["read"] });
  expectRefusal(await post(PATH, { interviews }, reader), 403, "forbidden");
  const sandbox = await keyWith(tenant, { kind: "test" });
  const answer = expectOk(await post(PATH, { interviews }, sandbox), CreatedInterviewsAnswer);
  expect(answer).toMatchObject({ created: 1, refused: 0 });
  expect(await countOf(tenant)).toMatchObject({ candidates: 0, interviews: 0 });
});

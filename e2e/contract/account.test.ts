import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { DoneAnswer } from "../../lib/contract/interview-answers.ts";
import { ApiKeyAnswer, ApiKeyCreated, ApiKeyList } from "../../lib/contract/v1/api-keys.ts";
import { AuditEventList } from "../../lib/contract/v1/audit-events.ts";
import { db } from "../../lib/db/client.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import { expectOk, expectRefusal, get, send } from "../support/client.ts";
import { signIn, signOut } from "../support/sign-in.ts";
import { newTenant } from "../support/tenant.ts";
import { newCandidate } from "../support/v1.ts";

const KEYS = "/api/v1/api-keys";

async function tenantWithAdminKey() {
  const tenant = await newTenant();
  const admin = await createApiKey({ name: "admin", scopes: ["admin"] }, tenant.actor);
  return { ...tenant, admin };
}

test("a key is made, used, listed without its secret and revoked, and all of it is written down", async () => {
  const { admin } = await tenantWithAdminKey();
  const expires_at = new Date(Date.now() + 86_400_000).toISOString();
  const json = { name: "ATS", scopes: ["admin"], cors_origins: ["https://app.example.com"], expires_at };
  const made = await send("POST", KEYS, { json, apiKey: admin.plain });
  expect(made.status).toBe(201);
  const { api_key, key } = ApiKeyCreated.parse(made.body);
  expect(api_key).toMatchObject({ ...json, kind: "live", last_used_at: null, revoked_at: null });
  expect(key?.startsWith(api_key.prefix)).toBe(true);

  const listed = await get(KEYS, key ?? "");
  expect(expectOk(listed, ApiKeyList).data[0]).toMatchObject({ id: api_key.id, last_used_at: expect.any(String) });
  expect(JSON.stringify(listed.body)).not.toContain(key);

  const revoked = expectOk(await send("POST", `${KEYS}/${api_key.id}/revoke`, { apiKey: admin.plain }), ApiKeyAnswer);
  expect(revoked.api_key.revoked_at).not.toBeNull();
  expectRefusal(await get(KEYS, key ?? ""), 401, "unauthenticated");

  const { data } = expectOk(await get(`/api/v1/audit-events?subject_id=${api_key.id}`, admin.plain), AuditEventList);
  expect(data).toMatchObject([
    { action: "api_key.refused", actor: { kind: "stranger" }, detail: { reason: "revoked" } },
    { action: "api_key.revoked", actor: { kind: "api_key", id: admin.id, name: "admin" } },
    { action: "api_key.created", subject: { kind: "api_key", id: api_key.id }, detail: { name: "ATS" } },
  ]);
});

test("keys and events come page by page, each once", async () => {
  const { actor, admin } = await tenantWithAdminKey();
  for (const name of ["One", "Two", "Three"]) await createApiKey({ name }, actor);
  const names: string[] = [];
  const actions: string[] = [];
  for (const address of [KEYS, "/api/v1/audit-events"]) {
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await get(`${address}?limit=2${cursor ? `&cursor=${cursor}` : ""}`, admin.plain);
      if (address === KEYS) names.push(...expectOk(page, ApiKeyList).data.map(({ name }) => name));
      else actions.push(...expectOk(page, AuditEventList).data.map(({ action, detail }) => `${action} ${detail.name}`));
      cursor = (page.body as { next_cursor: string | null }).next_cursor;
    }
    expectRefusal(await get(`${address}?cursor=made-up`, admin.plain), 422, "invalid_fields");
  }
  expect(names).toEqual(["Three", "Two", "One", "admin", "tests"]);
  expect(actions.slice(0, 3)).toEqual(["api_key.created Three", "api_key.created Two", "api_key.created One"]);
  expect(new Set(actions).size).toBe(actions.length);
});

test("a repeated request makes one key, and its secret is stored nowhere", async () => {
  const { admin } = await tenantWithAdminKey();
  const headers = { "idempotency-key": randomUUID() };
  const ask = () => send("POST", KEYS, { json: { name: "Once" }, apiKey: admin.plain, headers });
  const first = ApiKeyCreated.parse((await ask()).body);
  const again = await ask();
  expect(again.status).toBe(201);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(ApiKeyCreated.parse(again.body)).toEqual({ ...first, key: null });
  const stored = await db().idempotencyKey.findFirst({ where: { key: headers["idempotency-key"] } });
  expect(stored?.body).toContain(first.api_key.id);
  expect(stored?.body).not.toContain(first.key);
});

test("a test key makes test keys only, and neither sees nor ends what is live", async () => {
  const { actor, admin } = await tenantWithAdminKey();
  const test = await createApiKey({ name: "sandbox", kind: "test", scopes: ["admin"] }, actor);
  const asTest = (json: object) => send("POST", KEYS, { json, apiKey: test.plain });
  const refused = expectRefusal(await asTest({ name: "Live?" }), 422, "invalid_fields");
  expect(refused.error.issues).toEqual([{ path: "kind", message: "must be test: this is the sandbox" }]);
  expect(ApiKeyCreated.parse((await asTest({ name: "Another", kind: "test" })).body).api_key.kind).toBe("test");
  const { data } = expectOk(await get(KEYS, test.plain), ApiKeyList);
  expect(data.map(({ name }) => name)).toEqual(["Another", "sandbox"]);
  expectRefusal(await send("POST", `${KEYS}/${admin.id}/revoke`, { apiKey: test.plain }), 404, "not_found");
});

test("an interview that a test key takes is scored at once with made-up numbers", async () => {
  const { actor } = await tenantWithAdminKey();
  const key = await createApiKey({ name: "sandbox", kind: "test" }, actor);
  const invited = await send("POST", "/api/v1/interviews", {
    json: { candidate: newCandidate(), template_name: SAMPLE_TEMPLATE.name },
    apiKey: key.plain,
  });
  const { interview_token, candidate_id } = invited.body as { interview_token: string; candidate_id: number };
  const step = async (path: string, json: object) =>
    (await send("POST", `/api/interview/${path}`, { json, apiKey: key.plain })).body as Record<string, string>;
  const { session_id } = await step("session/start", { interview_token });
  const { question_id } = await step("question/add", { session_id, question_data: { text: "How are you?" } });
  await step("answer/add", {
    session_id,
    question_id,
    answer_data: { text: "I measured the slow query first and then added an index." },
  });
  await step("session/end", { session_id });
  const read = async () => (await get(`/api/interview/analysis/${candidate_id}`, key.plain)).body;
  await expect.poll(read, { timeout: 30_000 }).toMatchObject({
    analysis: { analysis_status: "completed", method: "sandbox", method_label: "Sandbox: made-up scores" },
  });
  expect(await read()).toMatchObject({ analysis: { flags: [{ code: "sandbox" }] } });
});

async function signedInTwice() {
  const { actor } = await newTenant();
  const credentials = { email: `${randomUUID()}@example.com`, password: "a good long one" };
  const { id } = await createUser({ ...credentials, role: "owner" }, actor);
  return { id, credentials, here: await signIn(credentials), elsewhere: await signIn(credentials) };
}

const asCookie = (cookie: string) => ({ headers: { cookie } });
const changePassword = (cookie: string, current_password: string, new_password: string) =>
  send("POST", "/api/account/password", { ...asCookie(cookie), json: { current_password, new_password } });

test("a changed password signs everybody out who was signed in, and lets the new one in", async () => {
  const { id, credentials, here, elsewhere } = await signedInTwice();
  expect((await send("GET", KEYS, asCookie(elsewhere))).status).toBe(200);
  const wrong = expectRefusal(await changePassword(here, "not this", "another long one"), 422, "invalid_fields");
  expect(wrong.error.issues).toEqual([{ path: "current_password", message: "is not right" }]);
  expect((await send("GET", KEYS, asCookie(elsewhere))).status).toBe(200);

  expectOk(await changePassword(here, credentials.password, "another long one"), DoneAnswer);
  for (const cookie of [here, elsewhere]) {
    expectRefusal(await send("GET", KEYS, asCookie(cookie)), 401, "unauthenticated");
    expect((await send("GET", "/api/auth/session", asCookie(cookie))).body).toEqual({});
  }
  await expect(signIn(credentials)).rejects.toThrow("could not sign in");
  const again = await signIn({ ...credentials, password: "another long one" });
  expect((await send("GET", KEYS, asCookie(again))).status).toBe(200);
  const events = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual([
    "user.created",
    "user.signed_in",
    "user.signed_in",
    "user.password_changed",
    "user.sign_in_failed",
    "user.signed_in",
  ]);
});

test("signing out ends the sign-in on the server, so that a kept cookie opens nothing, and others go on", async () => {
  const { id, here, elsewhere } = await signedInTwice();
  const session = () => send("GET", "/api/auth/session", asCookie(here));
  const { expires, account } = (await session()).body as { expires: string; account: { signInId: string } };
  expect(new Date(expires).getTime()).toBeLessThan(Date.now() + 12 * 3_600_000 + 60_000);
  expect((await session()).headers.getSetCookie().join()).not.toContain("session-token");
  await signOut(here);
  expectRefusal(await send("GET", KEYS, asCookie(here)), 401, "unauthenticated");
  expect((await session()).body).toEqual({});
  expect((await send("GET", KEYS, asCookie(elsewhere))).status).toBe(200);
  const page = await fetch(`${inject("baseUrl")}/dashboard`, { ...asCookie(here), redirect: "manual" });
  expect(page.headers.get("location")).toContain("/sign-in?next=");
  const [ended] = await db().signIn.findMany({ where: { userId: id, endedAt: { not: null } } });
  expect(ended?.id).toBe(account.signInId);
});

test("one's other browsers are signed out one by one, and nobody else's", async () => {
  const { id, here, elsewhere } = await signedInTwice();
  const [stranger, other] = [
    await signedInTwice(),
    await db().signIn.findFirst({ where: { userId: id }, orderBy: { createdAt: "desc" } }),
  ];
  const end = (cookie: string) => send("POST", `/api/account/sign-ins/${other?.id}/end`, asCookie(cookie));
  expectOk(await end(stranger.here), DoneAnswer);
  expect((await send("GET", KEYS, asCookie(elsewhere))).status).toBe(200);
  expectOk(await end(here), DoneAnswer);
  expectRefusal(await send("GET", KEYS, asCookie(elsewhere)), 401, "unauthenticated");
  expect((await send("GET", KEYS, asCookie(here))).status).toBe(200);
});

test("who was refused what, by role, scope or an ended key, is in the record with their address", async () => {
  const { actor, admin, apiKey } = await tenantWithAdminKey();
  const ended = await createApiKey({ name: "ended" }, actor);
  await send("POST", `${KEYS}/${ended.id}/revoke`, { apiKey: admin.plain });
  for (let time = 0; time < 3; time++) {
    expectRefusal(await get(KEYS, ended.plain), 401, "unauthenticated");
    expectRefusal(await get(KEYS, apiKey), 403, "forbidden");
  }
  const refusals = async (action: string) =>
    expectOk(await get(`/api/v1/audit-events?action=${action}`, admin.plain), AuditEventList).data;
  await expect
    .poll(() => refusals("access.refused"))
    .toMatchObject([
      { actor: { kind: "api_key", name: "tests" }, detail: { access: "api_keys.manage", address: expect.any(String) } },
    ]);
  await expect
    .poll(() => refusals("api_key.refused"))
    .toMatchObject([
      {
        actor: { kind: "stranger", name: null },
        subject: { id: ended.id },
        detail: { name: "ended", reason: "revoked" },
      },
    ]);
});

test("signing out everywhere ends every sign-in", async () => {
  const { credentials, here, elsewhere } = await signedInTwice();
  expectOk(await send("POST", "/api/account/sign-out-everywhere", asCookie(here)), DoneAnswer);
  for (const cookie of [here, elsewhere]) expect((await send("GET", KEYS, asCookie(cookie))).status).toBe(401);
  expect((await send("GET", KEYS, asCookie(await signIn(credentials)))).status).toBe(200);
});

test("pages of other sites write nothing with somebody's cookie", async () => {
  const { here } = await signedInTwice();
  const write = (headers: Record<string, string>) =>
    send("POST", KEYS, { json: { name: "Stolen" }, headers: { cookie: here, ...headers } });
  const elsewhere: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://elsewhere.example.com" },
    { origin: "null" },
  ];
  for (const headers of elsewhere) {
    expectRefusal(await write(headers), 403, "forbidden");
  }
  expect((await write({ origin: process.env.PUBLIC_URL ?? "", "sec-fetch-site": "same-origin" })).status).toBe(201);
});

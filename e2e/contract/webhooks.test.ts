import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { EVENT_PAYLOADS } from "../../lib/contract/v1/webhook-events.ts";
import {
  DeliveryAnswer,
  DeliveryList,
  WebhookAnswer,
  WebhookList,
  WebhookSecretAnswer,
} from "../../lib/contract/v1/webhooks.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { expectRefusal, get, post, send } from "../support/client.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/** A name that no name server knows (RFC 6761): what is sent there arrives nowhere. */
const NOWHERE = "https://receiver.invalid/hook";
const PATH = "/api/v1/webhooks";

async function owner(tenant?: Tenant) {
  const one = tenant ?? (await newTenant());
  const { plain } = await createApiKey({ name: "owner", scopes: ["admin"] }, one.actor);
  return { ...one, admin: plain };
}

async function withWebhook(body: object = {}) {
  const tenant = await owner();
  const answer = await post(PATH, { url: NOWHERE, ...body }, tenant.admin);
  expect(answer.status).toBe(201);
  const { webhook, secret } = WebhookSecretAnswer.parse(answer.body);
  return { ...tenant, webhook, secret, path: `${PATH}/${webhook.id}` };
}

const patch = (path: string, json: object, apiKey: string) => send("PATCH", path, { json, apiKey });

async function deliveries(path: string, apiKey: string) {
  return DeliveryList.parse((await get(`${path}/deliveries`, apiKey)).body).data;
}

test("a webhook is added, read, changed and removed, and its secret is in one answer only", async () => {
  const { webhook, secret, path, admin } = await withWebhook({ description: "Our ATS", events: ["decision.made"] });
  expect(webhook).toMatchObject({ url: NOWHERE, description: "Our ATS", events: ["decision.made"], enabled: true });
  expect(secret).toMatch(/^whsec_/);

  const read = await get(path, admin);
  expect(WebhookAnswer.parse(read.body).webhook).toEqual(webhook);
  const changed = await patch(path, { events: [], enabled: false }, admin);
  expect(WebhookAnswer.parse(changed.body).webhook).toMatchObject({
    events: [],
    enabled: false,
    disabled_reason: null,
    description: "Our ATS",
  });
  const listed = WebhookList.parse((await get(PATH, admin)).body);
  expect(listed.data.map(({ id }) => id)).toEqual([webhook.id]);
  for (const answer of [read, changed]) expect(JSON.stringify(answer.body)).not.toContain("whsec_");

  expect((await send("DELETE", path, { apiKey: admin })).status).toBe(200);
  expectRefusal(await get(path, admin), 404, "webhook_not_found");
  expectRefusal(await send("DELETE", path, { apiKey: admin }), 404, "webhook_not_found");
});

test("a secret is not repeated to whoever sends the request again", async () => {
  const { admin } = await owner();
  const ask = () =>
    send("POST", PATH, { json: { url: NOWHERE }, apiKey: admin, headers: { "idempotency-key": "once" } });
  const [first, second] = [await ask(), await ask()].map(({ body }) => WebhookSecretAnswer.parse(body));
  expect(first?.secret).toMatch(/^whsec_/);
  expect(second).toMatchObject({ secret: null, webhook: { id: first?.webhook.id } });
});

test("a secret is changed with a day's overlap", async () => {
  const { path, admin, secret } = await withWebhook();
  const rotated = WebhookSecretAnswer.parse((await send("POST", `${path}/rotate-secret`, { apiKey: admin })).body);
  expect(rotated.secret).not.toBe(secret);
  expect(rotated.webhook.previous_secret_expires_at).not.toBeNull();
});

test("webhooks are for owners and keys that may administer", async () => {
  const { path, apiKey } = await withWebhook();
  const { apiKey: foreign } = await newTenant();
  const { admin: stranger } = await owner();
  expectRefusal(await get(PATH), 401, "unauthenticated");
  for (const key of [apiKey, foreign]) {
    expectRefusal(await get(PATH, key), 403, "forbidden");
    expectRefusal(await post(PATH, { url: NOWHERE }, key), 403, "forbidden");
  }
  for (const [method, more] of [
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["POST", "/test"],
    ["POST", "/rotate-secret"],
    ["POST", "/replay"],
    ["GET", "/deliveries"],
    ["GET", `/deliveries/${randomUUID()}`],
    ["POST", `/deliveries/${randomUUID()}/redeliver`],
  ] as const) {
    const body = method === "PATCH" || more === "/replay" ? { json: { since: "2026-11-01T00:00:00Z" } } : {};
    expectRefusal(await send(method, path + more, { apiKey: stranger, ...body }), 404, "webhook_not_found");
  }
});

test.each([
  ["http://receiver.example/"],
  ["https://127.0.0.1/"],
  ["https://[::ffff:10.0.0.1]/"],
  ["https://0x7f000001/"],
  ["https://ada:secret@receiver.example/"],
  ["javascript:alert(1)"],
  [7],
])("an address such as %s is refused", async (url) => {
  const { admin } = await owner();
  const refusal = expectRefusal(await post(PATH, { url }, admin), 422, "invalid_fields");
  expect(refusal.error.issues.map(({ path }) => path)).toEqual(["url"]);
});

test("events that there are none of are refused", async () => {
  const { admin } = await owner();
  expectRefusal(await post(PATH, { url: NOWHERE, events: ["interview.eaten"] }, admin), 422, "invalid_fields");
});

test("a test event is sent once, and the log says why it did not arrive", async () => {
  const { path, admin } = await withWebhook();
  const asked = await send("POST", `${path}/test`, { apiKey: admin });
  expect(asked.status).toBe(202);
  const { delivery } = DeliveryAnswer.parse(asked.body);
  expect(delivery).toMatchObject({ type: "webhook.test", status: "pending", interview_id: null, attempt_count: 0 });
  const one = async () => DeliveryAnswer.parse((await get(`${path}/deliveries/${delivery.id}`, admin)).body).delivery;
  await expect.poll(async () => (await one()).status, { timeout: 20_000 }).toBe("failed");
  expect(await one()).toMatchObject({
    attempt_count: 1,
    attempts: [{ response_status: null, error: "The host's name could not be resolved." }],
  });

  expect((await send("POST", `${path}/deliveries/${delivery.id}/redeliver`, { apiKey: admin })).status).toBe(202);
  await expect.poll(async () => (await one()).attempt_count, { timeout: 20_000 }).toBe(2);
  await patch(path, { enabled: false }, admin);
  const again = await send("POST", `${path}/deliveries/${delivery.id}/redeliver`, { apiKey: admin });
  expectRefusal(again, 409, "webhook_disabled");
});

test("what happens to an interview is told, from the opened link to the wish to be deleted", async () => {
  const tenant = await withWebhook();
  const { path, admin } = tenant;
  const { token } = await tenant.invite();
  for (let twice = 0; twice < 2; twice++) expect((await get(`/interview/${token}`)).status).toBe(200);
  const consent = { interview_token: token, consent_version: "2026-12" };
  expect((await post("/api/interview/consent", consent)).status).toBe(200);
  const started = await post("/api/interview/session/start", { interview_token: token });
  const { session_id } = started.body as { session_id: string };
  await post("/api/interview/session/end", { session_id });
  const told = async () => (await deliveries(path, admin)).map(({ type }) => type).reverse();
  await expect.poll(told, { timeout: 30_000 }).toContain("analysis.completed");
  for (let twice = 0; twice < 2; twice++) {
    expect((await post("/api/interview/deletion-request", { interview_token: token })).status).toBe(200);
  }
  await expect.poll(told, { timeout: 30_000 }).toContain("candidate.deletion_requested");
  const events = await deliveries(path, admin);
  expect(events.map(({ type }) => type).sort()).toEqual([
    "analysis.completed",
    "candidate.deletion_requested",
    "interview.completed",
    "interview.opened",
    "interview.started",
  ]);
  expect((await told()).slice(0, 3)).toEqual(["interview.opened", "interview.started", "interview.completed"]);
  for (const { payload } of events) {
    const fitting = EVENT_PAYLOADS.filter((schema) => schema.safeParse(payload).success);
    expect(fitting, JSON.stringify(payload)).toHaveLength(1);
    expect(JSON.stringify(payload)).not.toMatch(/Ada|Lovelace|@example/);
  }
});

test("deliveries are read page by page, and by how they stand", async () => {
  const { path, admin } = await withWebhook();
  for (let one = 0; one < 3; one++) await send("POST", `${path}/test`, { apiKey: admin });
  const page = DeliveryList.parse((await get(`${path}/deliveries?limit=2`, admin)).body);
  expect(page.data).toHaveLength(2);
  const rest = DeliveryList.parse((await get(`${path}/deliveries?limit=2&cursor=${page.next_cursor}`, admin)).body);
  expect(rest).toMatchObject({ data: [expect.anything()], next_cursor: null });
  const delivered = DeliveryList.parse((await get(`${path}/deliveries?status=delivered`, admin)).body);
  expect(delivered.data).toEqual([]);
  expectRefusal(await get(`${path}/deliveries?status=lost`, admin), 422, "invalid_fields");
  expectRefusal(await get(`${path}/deliveries?cursor=nonsense`, admin), 422, "invalid_fields");
});

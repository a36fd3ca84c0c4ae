import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { revokeApiKey } from "../../lib/keys/revoke-api-key.ts";
import { send } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

const allowed = ({ headers }: { headers: Headers }) => headers.get("access-control-allow-origin");

/** Origins are remembered across organisations by preflights, so each test has its own. */
const newOrigin = () => `https://${randomUUID()}.example.com`;

function ask(path: string, origin: string, method = "GET") {
  return send("OPTIONS", path, { headers: { origin, "access-control-request-method": method } });
}

test("pages of other origins are let in by a key that names them, and by no other", async () => {
  const tenant = await newTenant();
  const { session_id } = await startedSession(tenant);
  const path = `/api/interview/session/${session_id}`;
  const [origin, other] = [newOrigin(), newOrigin()];
  const key = await createApiKey({ name: "page", cors_origins: [origin] }, tenant.actor);
  const get = (apiKey: string, from: string) => send("GET", path, { apiKey, headers: { origin: from } });

  expect(allowed(await ask(path, origin))).toBe(origin);
  expect(allowed(await ask(path, other))).toBeNull();
  const answer = await get(key.plain, origin);
  expect(answer.status).toBe(200);
  expect(allowed(answer)).toBe(origin);
  expect(answer.headers.get("vary")).toMatch(/origin/i);
  expect(answer.headers.get("access-control-expose-headers")).toContain("x-request-id");
  expect(allowed(await get(key.plain, other))).toBeNull();
  expect(allowed(await get(tenant.apiKey, origin))).toBeNull();

  await revokeApiKey(key.id, tenant.actor);
  expect(allowed(await ask(path, origin))).toBeNull();
});

test("a refusal can be read by the page that got it", async () => {
  const tenant = await newTenant();
  const origin = newOrigin();
  const { plain } = await createApiKey({ name: "page", cors_origins: [origin] }, tenant.actor);
  const answer = await send("GET", "/api/interview/analysis/999999999", { apiKey: plain, headers: { origin } });
  expect(answer.status).toBe(404);
  expect(allowed(answer)).toBe(origin);
});

test("credentials are never allowed across origins", async () => {
  const origin = newOrigin();
  await createApiKey({ name: "page", cors_origins: [origin] }, (await newTenant()).actor);
  const answer = await ask("/api/v1/interviews", origin, "POST");
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
});

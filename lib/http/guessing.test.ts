import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "../contract/headers.ts";
import * as operations from "../contract/operations/results.ts";
import * as shares from "../contract/operations/shares.ts";
import { AppError } from "../errors.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { linkShared } from "../shares/shared-interview.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { route } from "./route.ts";

vi.hoisted(() => {
  process.env.RATE_LIMIT_FACTOR = "0.1";
});
await testDatabase();

/** As often as a stranger may be wrong before they are told to wait: a tenth of the usual. */
const FREE = 10;

const unknown = route(operations.readSession, async () => {
  throw new AppError("session_not_found");
});
const shared = route(shares.playShared, async ({ params }) => {
  await linkShared(params.token, { file: 1, download: false });
  return new Response();
});

function ask(
  handler: typeof unknown,
  address: string,
  params: Record<string, string>,
  key?: string,
): Promise<Response> {
  const headers = { [CLIENT_ADDRESS_HEADER]: address, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  return handler(new Request("http://localhost/", { headers }), { params: Promise.resolve(params) });
}

async function statuses(times: number, send: (time: number) => Promise<Response>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (let time = 0; time < times; time++) {
    const { status } = await send(time);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

const session = () => ({ session_id: randomUUID() });
const wrongKey = () => `tf_live_${randomUUID()}${"x".repeat(7)}`;

async function newKey(): Promise<string> {
  const { plain } = await createApiKey({ name: "ATS", scopes: ["read"] }, await testOrganization());
  return plain;
}

test("after too many wrong guesses from an address its stranger waits, and a valid key there still gets its 404", async () => {
  const [address, key] = ["203.0.113.57", await newKey()];
  expect(await statuses(FREE + 10, () => ask(unknown, address, session(), wrongKey()))).toEqual({ 401: FREE, 429: 10 });
  expect((await ask(unknown, address, session(), key)).status).toBe(404);
});

test("a key that asks for what is gone is counted by itself, and no neighbour pays for it", async () => {
  const [address, key, other] = ["203.0.113.58", await newKey(), await newKey()];
  expect(await statuses(11 * FREE, () => ask(unknown, address, session(), key))).toEqual({ 404: 10 * FREE, 429: FREE });
  expect((await ask(unknown, address, session(), other)).status).toBe(404);
  expect((await ask(unknown, address, session(), wrongKey())).status).toBe(401);
});

test("taking another address of the same network for each guess gains nothing", async () => {
  const guess = (time: number) => ask(unknown, `2001:db8:1:2::${time.toString(16)}`, session(), wrongKey());
  expect(await statuses(FREE + 10, guess)).toEqual({ 401: FREE, 429: 10 });
  expect((await ask(unknown, "2001:db8:1:3::1", session(), wrongKey())).status).toBe(401);
});

test("guesses at share links are counted too", async () => {
  const token = () => ({ token: `tfs_${randomUUID()}${"x".repeat(7)}` });
  expect(await statuses(FREE + 10, () => ask(shared, "203.0.113.59", token()))).toEqual({ 404: FREE, 429: 10 });
});

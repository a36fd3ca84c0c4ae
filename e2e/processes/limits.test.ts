import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";

/*
 * A server with a tenth of the usual limits, behind a proxy: each test speaks from addresses of its own.
 */

let server: TestServer;
let apiKey: string;
let otherKey: string;

beforeAll(async () => {
  server = await startServer(null, { RATE_LIMIT_FACTOR: "0.1", TRUST_PROXY: "1" });
  apiKey = await newKey();
  otherKey = await newKey();
});
afterAll(() => server?.remove());

async function newKey(): Promise<string> {
  const made = await talentflow<{ api_key: string }>(server, "api-key", "create", "--name", "limits");
  return made.api_key;
}

let lastAddress = 0;
const newAddress = () => `198.51.100.${++lastAddress}`;

type Asked = { method?: string; json?: object; key?: string; headers?: Record<string, string> };

function ask(address: string, path: string, { method, json, key, headers }: Asked = {}): Promise<Response> {
  return fetch(`${server.baseUrl}${path}`, {
    method: method ?? (json ? "POST" : "GET"),
    redirect: "manual",
    headers: {
      "x-forwarded-for": address,
      "content-type": "application/json",
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...headers,
    },
    body: json ? JSON.stringify(json) : null,
  });
}

async function expectTooMany(response: Response): Promise<void> {
  const said = await response.text();
  expect(response.status, said).toBe(429);
  expect(JSON.parse(said)).toEqual({
    success: false,
    message: expect.stringContaining("try again in"),
    error: { code: "too_many_requests", issues: [] },
  });
  const seconds = Number(response.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(300);
}

/** Sends until there are too many. @returns how many were let through */
async function untilTooMany(send: () => Promise<Response>, atMost: number): Promise<number> {
  for (let sent = 0; sent <= atMost; sent++) {
    const response = await send();
    if (response.status === 429) {
      await expectTooMany(response);
      return sent;
    }
    await response.arrayBuffer();
  }
  throw new Error(`${atMost} requests were let through`);
}

async function startSession(address: string): Promise<string> {
  const invited = await talentflow<{ interview_token: string }>(
    server,
    ...["invite", "--name", "Ada Lovelace", "--email", `${randomUUID()}@example.com`],
  );
  const started = await ask(address, "/api/interview/session/start", {
    json: { interview_token: invited.interview_token },
  });
  expect(started.status).toBe(200);
  return ((await started.json()) as { session_id: string }).session_id;
}

const question = (session_id: string) => ({ json: { session_id, question_data: { text: "Why?" } } });
const QUESTION = "/api/interview/question/add";

test("every answer says where the caller stands, and a refusal when to come back", async () => {
  const address = newAddress();
  const read = () => ask(address, "/api/interview/analysis/2147483647", { key: apiKey });
  const first = await read();
  expect(first.headers.get("ratelimit-policy")).toBe('"read";q=120;w=60');
  expect(first.headers.get("ratelimit")).toBe('"read";r=119;t=60');
  expect(await untilTooMany(read, 200)).toBeLessThanOrEqual(119);
  const refused = await read();
  expect(refused.headers.get("ratelimit-policy")).toBe('"read";q=120;w=60');
  expect(refused.headers.get("ratelimit")).toMatch(/^"read";r=0;t=\d+$/);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  // Another key has a count of its own, also at the same address; the same key has the same one everywhere.
  expect((await ask(address, "/api/interview/analysis/1", { key: otherKey })).status).not.toBe(429);
  await expectTooMany(await ask(newAddress(), "/api/interview/analysis/1", { key: apiKey }));
});

test("an interview in progress goes on, whatever others at its address do", async () => {
  const address = newAddress();
  const [session, other] = [await startSession(address), await startSession(address)];
  const open = () => ask(address, "/api/interview/session/start", { json: { interview_token: randomUUID() } });
  await untilTooMany(open, 60);
  await untilTooMany(() => ask(address, QUESTION, question(randomUUID())), 60);
  expect(await untilTooMany(() => ask(address, QUESTION, question(other)), 700)).toBe(600);
  const answer = await ask(address, QUESTION, question(session));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("ratelimit")).toBe('"interview";r=599;t=60');
});

test.each([
  ["tokens", () => ({ path: "/api/interview/session/start", json: { interview_token: randomUUID() } })],
  ["session ids", () => ({ path: QUESTION, ...question(randomUUID()) })],
  ["session ids in addresses", () => ({ path: `/api/interview/session/${randomUUID()}/upload` })],
  ["keys", () => ({ path: "/api/interview/analysis/1", key: `tf_live_${randomUUID()}${"x".repeat(7)}` })],
])("guessing %s is slowed for the address, and nobody else", async (_, guess) => {
  const address = newAddress();
  const send = (from: string) => {
    const { path, ...asked } = guess() as { path: string } & Asked;
    return ask(from, path, asked);
  };
  expect(await untilTooMany(() => send(address), 20)).toBe(10);
  expect([401, 404]).toContain((await send(newAddress())).status);
  // What is right is let in from there as well.
  const session = await startSession(address);
  expect((await ask(address, QUESTION, question(session))).status).toBe(200);
  expect((await ask(address, `/api/interview/session/${session}`, { key: otherKey })).status).toBe(200);
});

test("an address that claims another one is counted as the one that the proxy saw", async () => {
  const address = newAddress();
  const guess = () =>
    ask(`10.0.0.${Math.ceil(Math.random() * 200)}, ${address}`, QUESTION, {
      ...question(randomUUID()),
      headers: { "x-talentflow-client": randomUUID(), "x-real-ip": randomUUID() },
    });
  expect(await untilTooMany(guess, 20)).toBe(10);
});

test("signing in is slowed for each account from each address, and for each address at any account", async () => {
  const [email, guesser] = [`${randomUUID()}@example.com`, newAddress()];
  expect(await trySignIn(guesser, email)).toContain("401 CredentialsSignin");
  expect(await trySignIn(guesser, email)).toMatch(/^429 too_many_attempts:\d+ \d+$/);
  for (let other = 0; other < 5; other++) {
    expect(await trySignIn(newAddress(), email)).toContain("401 CredentialsSignin"); // nobody keeps somebody else out
  }
  const address = newAddress();
  for (let sent = 0; sent < 4; sent++) {
    expect(await trySignIn(address, `${randomUUID()}@example.com`)).toContain("401 CredentialsSignin");
  }
  expect(await trySignIn(address, `${randomUUID()}@example.com`)).toContain("429 too_many");
});

/** @returns the status of a sign-in that fails, why it does, and Retry-After */
async function trySignIn(address: string, email: string): Promise<string> {
  const csrf = await ask(address, "/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookie = csrf.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const response = await fetch(`${server.baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": address, cookie },
    body: new URLSearchParams({ csrfToken, email, password: "not the password", json: "true" }),
  });
  const { url } = (await response.json()) as { url: string };
  return `${response.status} ${new URL(url).searchParams.get("error")} ${response.headers.get("retry-after") ?? ""}`.trim();
}

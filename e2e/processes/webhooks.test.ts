import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeliveryList, WebhookSecretAnswer } from "../../lib/contract/v1/webhooks.ts";
import { answerOk, answerStatus, type Behaviour, testReceiver } from "../../lib/testing/webhooks/receiver.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";

/* Receivers of every kind on loopback, and a worker that is killed while one of them thinks. */

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer(null, { WEBHOOK_ALLOW_PRIVATE: "1" });
  const made = await talentflow<{ api_key: string }>(
    server,
    ...["api-key", "create", "--name", "test", "--scope", "admin"],
  );
  key = made.api_key;
});
afterAll(() => server?.remove());

async function send(method: string, path: string, json?: object): Promise<unknown> {
  const response = await fetch(`${server.baseUrl}${path}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: json ? JSON.stringify(json) : null,
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function addWebhook(url: string, events: string[]) {
  const { webhook, secret } = WebhookSecretAnswer.parse(await send("POST", "/api/v1/webhooks", { url, events }));
  return { id: webhook.id, secret: secret ?? "" };
}

/** A whole interview without a word. */
async function interview(): Promise<{ end(): Promise<unknown> }> {
  const candidate = { name: "Ada Lovelace", email: `${randomUUID()}@example.com` };
  const wanted = { candidate, template_name: SAMPLE_TEMPLATE.name };
  const { interview_token } = (await send("POST", "/api/v1/interviews", wanted)) as { interview_token: string };
  const { session_id } = (await send("POST", "/api/interview/session/start", { interview_token })) as {
    session_id: string;
  };
  return { end: () => send("POST", "/api/interview/session/end", { session_id }) };
}

const SITTING = ["interview.started", "interview.completed"];
const typeOf = ({ body }: { body: string }) => (JSON.parse(body) as { type: string }).type;

test("a worker that is killed while a receiver thinks has the event sent again, and the later ones after it", async () => {
  const receiver = await testReceiver(() => {}); // takes the message and never answers
  const { id, secret } = await addWebhook(receiver.url, SITTING);
  const sitting = await interview();
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
  process.kill(server.pids().worker, "SIGKILL");
  await sitting.end();
  receiver.behave = answerOk;

  await untilWellAgain(server);
  await expect.poll(() => receiver.received.length, { timeout: 90_000 }).toBe(3);
  expect(receiver.received.map(typeOf)).toEqual(["interview.started", ...SITTING]);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(ids[0]).toBe(ids[1]);
  for (const { body, headers } of receiver.received.slice(1)) {
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toBeTruthy();
  }
  await send("DELETE", `/api/v1/webhooks/${id}`);
}, 240_000);

const flood: Behaviour = (_, response) => {
  const chunk = Buffer.alloc(256 * 1024, "x");
  const pour = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", pour);
  pour();
};

const drip: Behaviour = (_, response) => {
  const timer = setInterval(() => response.write("."), 50);
  response.on("close", () => clearInterval(timer));
};

test("receivers that hang, drip, flood, fail and break off cost neither memory nor anybody else", async () => {
  const bad = await Promise.all(
    [() => {}, drip, flood, answerStatus(500), (_: unknown, response: { destroy(): void }) => response.destroy()].map(
      (behave) => testReceiver(behave as Behaviour),
    ),
  );
  const bytes: number[] = [];
  bad[2]?.server.on("connection", (socket) => socket.on("close", () => bytes.push(socket.bytesWritten)));
  const hooks = await Promise.all(bad.map(({ url }) => addWebhook(url, SITTING)));
  const good = await testReceiver();
  const { id } = await addWebhook(good.url, SITTING);
  const before = residentBytes(server.pids().worker);

  const INTERVIEWS = 12;
  for (let one = 0; one < INTERVIEWS; one++) await (await interview()).end();
  await expect.poll(() => good.received.length, { timeout: 60_000 }).toBe(2 * INTERVIEWS);

  // Whatever a bad one answers, what it was sent is on record with why it did not arrive.
  await expect
    .poll(async () => (await logOf(hooks[0]?.id)).some(({ attempts }) => attempts.length > 0), { timeout: 60_000 })
    .toBe(true);
  const reasons = await Promise.all(hooks.map(async ({ id }) => (await logOf(id)).flatMap(({ attempts }) => attempts)));
  expect(reasons[0]?.[0]).toMatchObject({ response_status: null, error: "No answer within 15 seconds." });
  expect(reasons[1]?.[0]).toMatchObject({ response_status: 200 });
  expect(reasons[2]?.[0]?.response_body).toBe("x".repeat(4096));
  expect(reasons[3]?.[0]).toMatchObject({ response_status: 500, response_body: "answer 500" });
  expect(reasons[4]?.[0]?.error).toBe("The connection was closed before there was an answer.");

  expect(bad[0]?.mostOpen).toBeLessThanOrEqual(3); // two from before it was known to be slow, one since
  expect(Math.max(...bytes)).toBeLessThan(32 * 1024 * 1024); // what the buffers of the sockets took of an endless answer
  expect(residentBytes(server.pids().worker) - before).toBeLessThan(200 * 1024 * 1024);
  for (const hook of [id, ...hooks.map(({ id }) => id)]) await send("DELETE", `/api/v1/webhooks/${hook}`);
}, 240_000);

async function logOf(id = "") {
  return DeliveryList.parse(await send("GET", `/api/v1/webhooks/${id}/deliveries?limit=100`)).data;
}

function residentBytes(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
}

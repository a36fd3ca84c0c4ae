import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { freePort, startServer, type TestServer } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";

/* Two web processes of one installation with a real Redis, which goes away in the middle. */

const REDIS_SERVER = "/usr/bin/redis-server";
const LIMIT = 1_200;

const servers: TestServer[] = [];
let redis: ChildProcess | undefined;

afterAll(async () => {
  redis?.kill("SIGKILL");
  for (const server of servers.toReversed()) await server.remove();
});

describe.skipIf(!existsSync(REDIS_SERVER))("with Redis", () => {
  test("two web processes count together, and go on alone while Redis is dead or silent", async () => {
    const port = await freePort();
    redis = await startRedis(port);
    const REDIS_URL = `redis://127.0.0.1:${port}`;
    const one = await startServer(null, { REDIS_URL });
    servers.push(one);
    const dataDir = await mkdtemp(join(tmpdir(), "talentflow-e2e-"));
    const place = { baseUrl: `http://localhost:${await freePort()}`, dataDir };
    const other = await startServer(place, { REDIS_URL, DATABASE_URL: one.databaseUrl });
    servers.push(other);
    const { api_key } = await talentflow<{ api_key: string }>(one, "api-key", "create", "--name", "redis");
    const left = (server: TestServer) => readsLeft(server, api_key);

    await vi.waitFor(async () => {
      const [first, second] = [await left(one), await left(other)];
      expect(second).toBe(first - 1);
      expect(await left(one)).toBe(second - 1);
    }, 10_000);

    redis.kill("SIGKILL");
    await interviewOn([one, other]);
    expect(await left(one)).toBeGreaterThan(LIMIT - 10); // a count of its own

    redis = await startRedis(port);
    await vi.waitFor(async () => {
      const first = await left(one);
      expect(await left(other)).toBe(first - 1);
    }, 20_000);

    redis.kill("SIGSTOP");
    await interviewOn([one, other]);
    redis.kill("SIGCONT");
  }, 300_000);
});

/** One interview, its requests spread over both processes: not one is refused or lost. */
async function interviewOn(both: TestServer[]): Promise<void> {
  const [home] = both as [TestServer];
  const invited = await talentflow<{ interview_token: string }>(
    home,
    ...["invite", "--name", "Ada Lovelace", "--email", `${randomUUID()}@example.com`],
  );
  let requests = 0;
  const send = async (path: string, body: object) => {
    const server = both[requests++ % both.length] as TestServer;
    const response = await fetch(`${server.baseUrl}/api/interview/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, string>;
    expect(response.status, JSON.stringify(answer)).toBe(200);
    return answer;
  };
  const { session_id } = await send("session/start", { interview_token: invited.interview_token });
  for (let number = 1; number <= 5; number++) {
    const { question_id } = await send("question/add", { session_id, question_data: { text: `Question ${number}?` } });
    await send("answer/add", { session_id, question_id, answer_data: { text: `Answer ${number}.` } });
  }
  await send("session/end", { session_id });
}

async function readsLeft(server: TestServer, apiKey: string): Promise<number> {
  const response = await fetch(`${server.baseUrl}/api/interview/analysis/2147483647`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  await response.arrayBuffer();
  return Number(/r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
}

async function startRedis(port: number): Promise<ChildProcess> {
  const child = spawn(REDIS_SERVER, ["--port", String(port), "--save", "", "--appendonly", "no"], { stdio: "pipe" });
  await new Promise<void>((ready, failed) => {
    child.once("exit", (code) => failed(new Error(`redis-server ended (${code})`)));
    child.stdout?.on("data", (text) => {
      if (String(text).includes("Ready to accept connections")) ready();
    });
  });
  return child;
}

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";

const REDIS_SERVER = "/usr/bin/redis-server";

/** The modules anew, as a process with these variables has them. */
async function limitsOf(variables: { REDIS_URL?: string; RATE_LIMIT_FACTOR?: string }) {
  vi.resetModules();
  vi.doMock(import("../env.ts"), async (original) => {
    const { parseEnv, ...rest } = await original();
    return { ...rest, parseEnv, env: () => parseEnv(variables) };
  });
  const { consume } = await import("./limiter.ts");
  const { countGuess } = await import("./guesses.ts");
  const { makeGrowingWait } = await import("./growing-wait.ts");
  const { disconnectRedis, redis } = await import("./redis.ts");
  /** Until then it is counted in this process. */
  const connected = () => vi.waitFor(() => expect(redis(variables.REDIS_URL ?? "").isReady).toBe(true), 5_000);
  return { consume, countGuess, makeGrowingWait, connected, disconnectRedis };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
});

async function startRedis(port: number): Promise<ChildProcess> {
  const child = spawn(REDIS_SERVER, ["--port", String(port), "--save", "", "--appendonly", "no"], { stdio: "pipe" });
  running.push(child);
  await new Promise<void>((ready) => {
    child.stdout?.on("data", (text) => {
      if (String(text).includes("Ready to accept connections")) ready();
    });
  });
  return child;
}

test("requests are counted down for each key, until there are too many", async () => {
  const { consume } = await limitsOf({ RATE_LIMIT_FACTOR: "0.1" }); // three of "heavy"
  const left = [];
  for (let sent = 0; sent < 4; sent++) left.push(await consume("heavy", "key"));
  expect(left.map(({ remaining, exceeded }) => [remaining, exceeded])).toEqual([
    [2, false],
    [1, false],
    [0, false],
    [0, true],
  ]);
  expect(left[0]).toMatchObject({ class: "heavy", points: 3, windowSeconds: 60 });
  expect((await consume("heavy", "another key")).exceeded).toBe(false);
  expect((await consume("read", "key")).exceeded).toBe(false);
});

test("whoever guesses is told to wait, and how long", async () => {
  const { countGuess } = await limitsOf({ RATE_LIMIT_FACTOR: "0.02" }); // two
  expect(await countGuess("203.0.113.7")).toBe(0);
  expect(await countGuess("203.0.113.7")).toBe(0);
  expect(await countGuess("203.0.113.7")).toBeGreaterThan(200);
  expect(await countGuess("203.0.113.8")).toBe(0);
});

describe.skipIf(!existsSync(REDIS_SERVER))("with Redis", () => {
  test("two processes count together", async () => {
    const REDIS_URL = `redis://127.0.0.1:${await startRedisOnFreePort()}`;
    const one = await limitsOf({ REDIS_URL });
    const other = await limitsOf({ REDIS_URL });
    await Promise.all([one.connected(), other.connected()]);
    await one.consume("heavy", "key");
    expect((await other.consume("heavy", "key")).remaining).toBe(28);
    await Promise.all([one.disconnectRedis(), other.disconnectRedis()]);
  });

  test("two processes let mistakes be made as slowly as one", async () => {
    const REDIS_URL = `redis://127.0.0.1:${await startRedisOnFreePort()}`;
    const processes = [await limitsOf({ REDIS_URL }), await limitsOf({ REDIS_URL })];
    await Promise.all(processes.map(({ connected }) => connected()));
    const options = { name: "guess", free: 5, seconds: 3600, firstWait: 15, longestWait: 900 };
    const [one, other] = processes.map(({ makeGrowingWait }) => makeGrowingWait(options));
    const tries = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? one : other)?.admit("somebody"));
    const passed = (await Promise.all(tries)).filter((seconds) => seconds === 0).length;
    expect([5, 6]).toContain(passed); // at the same moment the sixth may close the gate before the fifth
    expect(await other?.admit("somebody")).toBeGreaterThan(10);
    await one?.forget("somebody");
    expect(await other?.admit("somebody")).toBe(0);
    await Promise.all(processes.map(({ disconnectRedis }) => disconnectRedis()));
  });

  test("while Redis is away this process counts; when it is back, Redis does", async () => {
    const port = await freePort();
    const { consume, disconnectRedis } = await limitsOf({ REDIS_URL: `redis://127.0.0.1:${port}` });
    expect((await consume("heavy", "key")).remaining).toBe(29);
    expect((await consume("heavy", "key")).remaining).toBe(28);
    await startRedis(port);
    await vi.waitFor(async () => expect((await consume("heavy", "key")).remaining).toBe(29), 10_000);
    await disconnectRedis();
  });

  test("a Redis that is connected and does not answer holds nobody up", async () => {
    const port = await freePort();
    const server = await startRedis(port);
    const { consume, connected, disconnectRedis } = await limitsOf({ REDIS_URL: `redis://127.0.0.1:${port}` });
    await connected();
    expect((await consume("heavy", "key")).remaining).toBe(29);
    server.kill("SIGSTOP");
    const counted = await Promise.all(Array.from({ length: 5 }, () => consume("heavy", "key")));
    expect(counted.map(({ remaining }) => remaining).sort()).toEqual([25, 26, 27, 28, 29]); // here, from the start
    server.kill("SIGCONT");
    await vi.waitFor(async () => expect((await consume("heavy", "new")).remaining).toBeGreaterThan(27), 10_000);
    await disconnectRedis();
  });

  async function startRedisOnFreePort(): Promise<number> {
    const port = await freePort();
    await startRedis(port);
    return port;
  }
});

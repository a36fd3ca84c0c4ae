import { createHash } from "node:crypto";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive } from "../../lib/children/processes.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview, type Journey, talentflow } from "../support/server-client.ts";
import { askOnAndOn, residentBytes, sendChunks } from "../support/under-load.ts";

/* What is killed comes back, and nothing is lost. The tests share one server and run one after the other. */

const MIB = 1024 * 1024;

let server: TestServer;
let interview: Journey;

beforeAll(async () => {
  server = await startServer();
  interview = await firstInterview(server);
});

afterAll(() => server?.remove());

test("a web process that dies alone is replaced and the interview goes on", async () => {
  const { web } = server.pids();
  process.kill(web, "SIGKILL");
  await untilReplaced("web", web);
  await interview.askAndAnswer("What did you do before?");
  expect(await interview.questions()).toEqual(["What did you do before?"]);
});

test("a worker that dies alone is replaced and its jobs are done", async () => {
  const { worker } = server.pids();
  process.kill(worker, "SIGKILL");
  const other = await firstInterview(server);
  await other.askAndAnswer("Why this role?");
  await other.end();
  await untilReplaced("worker", worker);
  await expect.poll(() => other.analysisStatus(), { timeout: 60_000 }).toBe("completed");
});

test("a PostgreSQL that dies alone is replaced, with everything in it", async () => {
  const { postgres, web, worker } = server.pids();
  process.kill(postgres, "SIGKILL");
  await untilReplaced("postgres", postgres);
  await interview.askAndAnswer("And after that?");
  expect(await interview.questions()).toEqual(["What did you do before?", "And after that?"]);
  expect(server.pids()).toMatchObject({ web, worker }); // they rode it out
});

test("while the database is away pages and API say 503 and when to come again, and never 500", async () => {
  const invite = ["invite", "--name", "Grace Hopper", "--email", "grace@example.com"];
  const { interview_token } = await talentflow<{ interview_token: string }>(server, ...invite);
  const { postgres, supervisor } = server.pids();
  const stop = new AbortController();
  const asked = [
    askOnAndOn(`${server.baseUrl}/interview/${interview_token}`, stop.signal),
    askOnAndOn(`${server.baseUrl}/api/interview/session/start`, stop.signal, { interview_token }),
    askOnAndOn(`${server.baseUrl}/api/ready`, stop.signal),
  ];
  process.kill(supervisor, "SIGSTOP"); // nobody replaces it meanwhile
  process.kill(postgres, "SIGKILL");
  await delay(2_000);
  process.kill(supervisor, "SIGCONT");
  await untilReplaced("postgres", postgres);
  stop.abort();
  for (const heard of await Promise.all(asked)) {
    const refused = heard.filter(({ status }) => status >= 500);
    expect(refused).not.toEqual([]);
    expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([]);
  }
});

test("an endless body to the sign-in is refused, and none of it stays in memory", async () => {
  const { web } = server.pids();
  const before = residentBytes(web);
  const { status, sent } = await sendChunks(`${server.baseUrl}/api/auth/callback/credentials`, 300 * MIB);
  expect(status).toBe(413);
  expect(sent).toBeLessThan(300 * MIB);
  expect(residentBytes(web) - before).toBeLessThan(100 * MIB);
});

test("a killed supervisor leaves no orphan behind, and the next start has everything", async () => {
  const before = server.pids();
  process.kill(before.supervisor, "SIGKILL");
  server = await startServer(server, { DRAIN_WAIT_SECONDS: "3" });
  expect(Object.values(before).filter(isAlive)).toEqual([]);
  await interview.askAndAnswer("Where were we?");
  expect(await interview.questions()).toHaveLength(3);
  expect(server.printed()).not.toMatch(/Password/); // the first run's data is there
});

test("SIGTERM finishes the request in flight and ends everything within ten seconds", async () => {
  const pids = server.pids();
  const upload = await slowUpload(server.baseUrl, interview.sessionId, await interview.openSegment());
  const startedAt = Date.now();
  const stopped = server.stop();
  await expect.poll(() => readiness(server.baseUrl), { interval: 20, timeout: 5_000 }).toBe(503); // balancers hear of it first
  await expect.poll(() => refusesConnections(server.baseUrl), { timeout: 8_000 }).toBe(true); // it stops, and still waits for us
  expect(await upload.finish()).toMatch(/^HTTP\/1\.1 200 /);
  await stopped;
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(Object.values(pids).filter(isAlive)).toEqual([]);
});

async function untilReplaced(name: keyof ReturnType<TestServer["pids"]>, pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  await expect.poll(() => server.pids()[name], { timeout: 30_000 }).not.toBe(pid);
  await untilWellAgain(server);
}

/** Sends half of a part and waits with the rest. */
async function slowUpload(baseUrl: string, sessionId: string, segment: number) {
  const bytes = Buffer.alloc(1000, "x");
  const { hostname, port } = new URL(baseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  let received = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    received += text;
  });
  const closed = new Promise<string>((resolve, reject) => {
    socket.once("close", () => resolve(received));
    socket.once("error", reject);
  });
  const head = [
    `PUT /api/interview/session/${sessionId}/segments/${segment}/parts/0 HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    "Connection: close",
    `Content-Length: ${bytes.byteLength}`,
    "X-Part-Offset: 0",
    `X-Part-Sha256: ${createHash("sha256").update(bytes).digest("hex")}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.write(bytes.subarray(0, 500), () => resolve()));
  return {
    finish(): Promise<string> {
      socket.write(bytes.subarray(500));
      return closed;
    },
  };
}

function readiness(baseUrl: string): Promise<number> {
  return fetch(`${baseUrl}/api/ready`).then(({ status }) => status);
}

function refusesConnections(baseUrl: string): Promise<boolean> {
  return fetch(`${baseUrl}/api/health`).then(
    () => false,
    () => true,
  );
}

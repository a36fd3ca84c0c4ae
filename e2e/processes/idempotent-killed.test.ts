import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CreatedInterviewAnswer } from "../../lib/contract/v1/new-interviews.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";

/* A write with an Idempotency-Key happens once, wherever the process dies. */

const REQUESTS = 40;
/** Some have answered by then, some are at work, some wait. */
const KILLED_AFTER_ANSWERS = 8;

let server: TestServer;
let apiKey: string;

beforeAll(async () => {
  server = await startServer();
  const { api_key } = await talentflow<{ api_key: string }>(server, "api-key", "create", "--name", "test");
  apiKey = api_key;
});

afterAll(() => server?.remove());

test("a web process that is killed under 40 writes has done each of them once, when all are sent again", async () => {
  const requests = Array.from({ length: REQUESTS }, (_, n) => ({
    key: randomUUID(),
    body: {
      candidate: { name: `Candidate ${n}`, email: `${randomUUID()}@example.com` },
      template_name: "Backend engineer",
    },
  }));
  const { web } = server.pids();
  let answered = 0;
  const before = await Promise.allSettled(
    requests.map(async (request) => {
      const answer = await ask(request);
      answered += 1;
      if (answered === KILLED_AFTER_ANSWERS) process.kill(web, "SIGKILL");
      return answer;
    }),
  );
  const lost = before.filter(({ status }) => status === "rejected").length;
  expect(lost).toBeGreaterThan(0); // the death was in the middle of it
  await expect.poll(() => server.pids().web, { timeout: 30_000 }).not.toBe(web);
  await untilWellAgain(server);

  const after: CreatedInterviewAnswer[] = [];
  for (const request of requests) after.push(await askUntilDone(request));
  for (const [n, answer] of before.entries()) {
    if (answer.status === "fulfilled") expect(after[n]).toEqual(answer.value);
  }
  const interviews = await Promise.all(requests.map(({ body }) => interviewsOf(body.candidate.email)));
  expect(interviews).toEqual(after.map(({ interview_id }) => [interview_id]));
});

type Request = { key: string; body: object };

async function ask({ key, body }: Request): Promise<CreatedInterviewAnswer> {
  const response = await send("/api/v1/interviews", { method: "POST", body: JSON.stringify(body) }, key);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return CreatedInterviewAnswer.parse(await response.json());
}

/** A client that is told that the first one still runs, waits and asks again. */
async function askUntilDone(request: Request): Promise<CreatedInterviewAnswer> {
  for (;;) {
    const response = await send(
      "/api/v1/interviews",
      { method: "POST", body: JSON.stringify(request.body) },
      request.key,
    );
    if (response.status === 201) return CreatedInterviewAnswer.parse(await response.json());
    if (response.status !== 409) throw new Error(`${response.status} ${await response.text()}`);
    await new Promise((wake) => setTimeout(wake, Number(response.headers.get("retry-after")) * 1000));
  }
}

async function interviewsOf(email: string): Promise<string[]> {
  const candidates = await read<{ data: { id: number }[] }>(`/api/v1/candidates?email=${encodeURIComponent(email)}`);
  expect(candidates.data).toHaveLength(1);
  const interviews = await read<{ data: { id: string }[] }>(
    `/api/v1/interviews?candidate_id=${candidates.data[0]?.id}`,
  );
  return interviews.data.map(({ id }) => id);
}

async function read<T>(path: string): Promise<T> {
  return (await (await send(path, {})).json()) as T;
}

function send(path: string, init: RequestInit, key?: string): Promise<Response> {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${apiKey}`,
    ...(key && { "idempotency-key": key }),
  };
  return fetch(`${server.baseUrl}${path}`, { ...init, headers });
}

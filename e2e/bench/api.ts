import autocannon from "autocannon";
import { disconnect } from "../../lib/db/client.ts";
import type { TestServer } from "../support/server.ts";
import type { Say } from "./say.ts";

const CONNECTIONS = 16;
const SECONDS = 10;
const ROUNDS = 3;
const QUESTION = {
  text: "Tell me about your experience with Python programming.",
  type: "technical",
  avatar: "default",
  keywords: ["python", "programming", "experience"],
  difficulty: "medium",
};

/**
 * Requests per second of `question/add`, each on one of sixteen sessions, beside a POST to an address that nothing
 * answers, which costs the server, Next and the route wrapper and nothing else. In turn, so that a machine that slows
 * down slows both.
 */
export async function benchApi(server: TestServer, say: Say): Promise<void> {
  process.env.DATABASE_URL = server.databaseUrl;
  process.env.PUBLIC_URL = server.baseUrl;
  const { newTenant } = await import("../support/tenant.ts");
  const tenant = await newTenant();
  const sessions = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => start(server.baseUrl, (await tenant.invite()).token)),
  );
  const addQuestion = () => load(server.baseUrl, "/api/interview/question/add", sessions);
  const noOp = () => load(server.baseUrl, "/api/no-op", sessions);
  await noOp();
  await addQuestion(); // warm
  for (let round = 1; round <= ROUNDS; round++) {
    const [base, added] = [await noOp(), await addQuestion()];
    if (added.non2xx > 0) throw new Error(`${added.non2xx} questions were refused`);
    const ratio = added.requests.average / base.requests.average;
    say(
      `round ${round}: question/add ${Math.round(added.requests.average)}/s (p99 ${added.latency.p99} ms), ` +
        `no-op ${Math.round(base.requests.average)}/s (p99 ${base.latency.p99} ms), ratio ${ratio.toFixed(2)}`,
    );
  }
  await benchGrowth(server.baseUrl, await start(server.baseUrl, (await tenant.invite()).token), say);
  await disconnect();
}

/** One question after the other on one session: the median cost of the first hundred and of those around the 500th. */
async function benchGrowth(baseUrl: string, sessionId: string, say: Say): Promise<void> {
  const times: number[] = [];
  for (let number = 1; number <= 550; number++) {
    const startedAt = performance.now();
    await post(baseUrl, "/api/interview/question/add", { session_id: sessionId, question_data: QUESTION });
    times.push(performance.now() - startedAt);
  }
  const [early, late] = [median(times.slice(0, 100)), median(times.slice(450, 550))];
  say(
    `one session: questions 1–100 ${early.toFixed(2)} ms, 451–550 ${late.toFixed(2)} ms (medians), ` +
      `ratio ${(late / early).toFixed(2)}`,
  );
}

function load(baseUrl: string, path: string, sessions: string[]): Promise<autocannon.Result> {
  const requests = sessions.map((session_id) => ({
    method: "POST" as const,
    path,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ session_id, question_data: QUESTION }),
  }));
  return autocannon({ url: baseUrl, connections: CONNECTIONS, duration: SECONDS, requests });
}

async function start(baseUrl: string, token: string): Promise<string> {
  const { session_id } = await post(baseUrl, "/api/interview/session/start", { interview_token: token });
  return session_id as string;
}

async function post(baseUrl: string, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(path, baseUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

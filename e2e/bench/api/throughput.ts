import { loadavg } from "node:os";
import autocannon from "autocannon";
import { db } from "../../../lib/db/client.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { median, percentile } from "../statistics.ts";
import { postJson, withServer } from "../with-server.ts";

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
const ANSWER = {
  text: "I have written Python for seven years, mostly services that read and check large files.",
  duration: 42.5,
  audio_quality: "good",
};

type Asked = { session_id: string; question_id: string };

/**
 * Requests per second of `question/add` and `answer/add`, spread over sixteen sessions, beside a POST to an address that
 * nothing answers: the server, Next and an answer in the envelope, without who, how often, shape and database. No route that
 * the product has does less. In turn, so that a machine that slows down slows all.
 */
export function benchThroughput(say: Say): Promise<void> {
  return withServer(
    async ({ baseUrl }, tenant) => {
      const sessions = await Promise.all(Array.from({ length: CONNECTIONS }, () => startSession(baseUrl, tenant)));
      const loads = {
        "no-op": () => load(baseUrl, "/api/no-op", sessions.map(toQuestion)),
        "question/add": () => load(baseUrl, "/api/interview/question/add", sessions.map(toQuestion)),
        "answer/add": () => load(baseUrl, "/api/interview/answer/add", sessions.map(toAnswer)),
      };
      for (const warm of Object.values(loads)) await warm();
      for (let round = 1; round <= ROUNDS; round++) {
        const before = loadavg()[0]?.toFixed(2);
        const base = await loads["no-op"]();
        say(`round ${round} (load ${before} before it): no-op ${figures(base)}`);
        for (const name of ["question/add", "answer/add"] as const) {
          const result = await loads[name]();
          if (result.non2xx > 0) throw new Error(`${result.non2xx} of ${name} were refused`);
          const ratio = result.requests.average / base.requests.average;
          say(`round ${round}: ${name} ${figures(result)}, ratio ${ratio.toFixed(2)}`);
        }
      }
      await benchGrowth(baseUrl, await startSession(baseUrl, tenant), say);
    },
    { RATE_LIMIT_FACTOR: "1000" },
  );
}

function figures({ requests, latency }: autocannon.Result): string {
  return `${Math.round(requests.average)}/s (p99 ${latency.p99} ms)`;
}

async function startSession(baseUrl: string, tenant: Tenant): Promise<Asked> {
  const { token } = await tenant.invite();
  const { session_id } = await postJson(baseUrl, "/api/interview/session/start", { interview_token: token });
  // No interview asks a thousand questions in ten seconds; a load test does.
  const quota = { questions: 1e9, answers: 1e9, text_bytes: 1e12 };
  await db().session.update({ where: { id: String(session_id) }, data: { quota } });
  const question = { session_id, question_data: QUESTION };
  const { question_id } = await postJson(baseUrl, "/api/interview/question/add", question);
  return { session_id: String(session_id), question_id: String(question_id) };
}

const toQuestion = ({ session_id }: Asked) => ({ session_id, question_data: QUESTION });
const toAnswer = (asked: Asked) => ({ ...asked, answer_data: ANSWER });

/** One question after the other on one session: the cost of the first hundred and of those around the 500th. */
async function benchGrowth(baseUrl: string, { session_id }: Asked, say: Say): Promise<void> {
  const times: number[] = [];
  for (let number = 1; number <= 550; number++) {
    const startedAt = performance.now();
    await postJson(baseUrl, "/api/interview/question/add", { session_id, question_data: QUESTION });
    times.push(performance.now() - startedAt);
  }
  const [early, late] = [times.slice(0, 100), times.slice(450, 550)];
  say(
    `one session: questions 1–100 ${median(early).toFixed(2)} ms, 451–550 ${median(late).toFixed(2)} ms (medians), ` +
      `ratio ${(median(late) / median(early)).toFixed(2)}; p99 of all ${percentile(times, 99).toFixed(1)} ms`,
  );
}

function load(baseUrl: string, path: string, bodies: object[]): Promise<autocannon.Result> {
  const headers = { "content-type": "application/json" };
  const requests = bodies.map((body) => ({ method: "POST" as const, path, headers, body: JSON.stringify(body) }));
  return autocannon({ url: baseUrl, connections: CONNECTIONS, duration: SECONDS, requests });
}

import autocannon from "autocannon";
import type { Say } from "./say.ts";
import { median } from "./statistics.ts";
import { postJson, withServer } from "./with-server.ts";

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
 * Requests per second of `question/add`, spread over sixteen sessions, beside a POST to an address that nothing answers,
 * which costs the server, Next and the route wrapper and nothing else. In turn, so that a machine that slows down slows
 * both.
 */
export function benchApi(say: Say): Promise<void> {
  return withServer(async ({ baseUrl }, tenant) => {
    const start = async () => {
      const { token } = await tenant.invite();
      return (await postJson(baseUrl, "/api/interview/session/start", { interview_token: token })).session_id as string;
    };
    const sessions = await Promise.all(Array.from({ length: CONNECTIONS }, start));
    const addQuestion = () => load(baseUrl, "/api/interview/question/add", sessions);
    const noOp = () => load(baseUrl, "/api/no-op", sessions);
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
    await benchGrowth(baseUrl, await start(), say);
  });
}

/** One question after the other on one session: the median cost of the first hundred and of those around the 500th. */
async function benchGrowth(baseUrl: string, sessionId: string, say: Say): Promise<void> {
  const times: number[] = [];
  for (let number = 1; number <= 550; number++) {
    const startedAt = performance.now();
    await postJson(baseUrl, "/api/interview/question/add", { session_id: sessionId, question_data: QUESTION });
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

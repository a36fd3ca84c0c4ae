import { loadavg } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { db } from "../../../lib/db/client.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { percentile } from "../statistics.ts";
import { postJson, withServer } from "../with-server.ts";

const INTERVIEWS = 300;
const AT_ONCE = 20;
const QUESTIONS = 10;
const ANALYSED_WITHIN_MS = 600_000;

/** Whole interviews over HTTP, then what of them is in the database: every question, answer and analysis, counted. */
export function benchInterviews(say: Say): Promise<void> {
  return withServer(
    async ({ baseUrl }, tenant) => {
      say(`load ${loadavg()[0]?.toFixed(2)} before it`);
      const tokens: string[] = [];
      for (let number = 0; number < INTERVIEWS; number++) tokens.push((await tenant.invite()).token);
      const times: number[] = [];
      const startedAt = performance.now();
      const candidate = async () => {
        for (let token = tokens.pop(); token; token = tokens.pop()) await interview(baseUrl, token, times);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, candidate));
      const seconds = (performance.now() - startedAt) / 1000;
      await untilAnalysed(tenant);
      const analysed = (performance.now() - startedAt) / 1000;
      await assertComplete(tenant);
      const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(times, percent).toFixed(1));
      say(
        `${INTERVIEWS} interviews of ${QUESTIONS} questions, ${AT_ONCE} at a time: ${seconds.toFixed(1)} s, ` +
          `${times.length} requests (${Math.round(times.length / seconds)}/s), p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`,
      );
      say(`the last analysis was done after ${analysed.toFixed(1)} s; no error, and nothing is missing`);
    },
    { RATE_LIMIT_FACTOR: "1000" },
  );
}

async function interview(baseUrl: string, token: string, times: number[]): Promise<void> {
  const send = async (path: string, body: object) => {
    const startedAt = performance.now();
    const answer = await postJson(baseUrl, `/api/interview/${path}`, body);
    times.push(performance.now() - startedAt);
    return answer;
  };
  const { session_id } = await send("session/start", { interview_token: token });
  for (let number = 1; number <= QUESTIONS; number++) {
    const question_data = { text: `Question ${number}: tell me about a problem that you solved.`, type: "behavioral" };
    const { question_id } = await send("question/add", { session_id, question_data });
    await send("answer/add", { session_id, question_id, answer_data: { text: answerOf(number), duration: 30 } });
  }
  await send("session/end", { session_id });
}

function answerOf(number: number): string {
  return (
    `Our nightly import failed ${number} times in a week. I read the logs, found that two jobs wrote to one table and made ` +
    "them take turns. I measured it afterwards: the import took a third of the time and has not failed since."
  );
}

async function untilAnalysed({ actor: { organizationId } }: Tenant): Promise<void> {
  const deadline = Date.now() + ANALYSED_WITHIN_MS;
  const done = () => db().analysis.count({ where: { session: { organizationId }, status: "completed" } });
  for (let count = await done(); count < INTERVIEWS; count = await done()) {
    if (Date.now() > deadline) throw new Error(`only ${count} of ${INTERVIEWS} interviews were analysed`);
    await delay(200);
  }
}

async function assertComplete({ actor: { organizationId } }: Tenant): Promise<void> {
  const session = { organizationId };
  const found = {
    sessions: await db().session.count({ where: { ...session, status: "completed" } }),
    questions: await db().question.count({ where: { session } }),
    answers: await db().answer.count({ where: { session } }),
    analyses: await db().analysis.count({ where: { session, status: "completed" } }),
    assessed: await db().questionAnalysis.count({ where: { analysis: { session } } }),
  };
  const each = INTERVIEWS * QUESTIONS;
  const wanted = { sessions: INTERVIEWS, questions: each, answers: each, analyses: INTERVIEWS, assessed: each };
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`something is missing: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  }
}

import { Agent } from "node:http";
import { answerTo, type Failure, wrongWith } from "./answers.ts";
import { describedOperations } from "./described-operations.ts";
import { diceFrom } from "./dice.ts";
import { hostileRequest } from "./hostile-request.ts";
import type { World } from "./world.ts";

export type Sent = {
  statuses: Map<number, number>;
  slowestMs: number;
  failures: Failure[];
  /** Answers that took over two seconds: on a busy machine no fault of theirs. */
  slow: Failure[];
};

const SLOW_MS = 2_000;
const AT_ONCE = 16;
const RENEW_EVERY = 200;

/**
 * Sends requests that no client should send, sixteen at a time, and looks at every answer: no 5xx, refusals in
 * the envelope, nothing of what is inside. The same seed sends the same requests.
 */
export async function sendHostile(baseUrl: string, world: World, seed: number, count: number): Promise<Sent> {
  const operations = describedOperations(baseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const sent: Sent = { statuses: new Map(), slowestMs: 0, failures: [], slow: [] };
  const sendOne = async (number: number) => {
    const dice = diceFrom(seed * 1_000_003 + number);
    const request = hostileRequest(dice.pick(operations), world, dice);
    const answer = await answerTo(baseUrl, agent, request);
    sent.statuses.set(answer.status, (sent.statuses.get(answer.status) ?? 0) + 1);
    sent.slowestMs = Math.max(sent.slowestMs, answer.tookMs);
    const what = wrongWith(answer, request);
    const shown = { number, request, answer: answer.body.slice(0, 300) };
    if (what) sent.failures.push({ ...shown, what });
    if (answer.tookMs > SLOW_MS) sent.slow.push({ ...shown, what: `${Math.round(answer.tookMs)} ms` });
  };
  for (let from = 0; from < count; from += RENEW_EVERY) {
    await world.renew();
    let next = from;
    const until = Math.min(from + RENEW_EVERY, count);
    const sender = async () => {
      while (next < until) await sendOne(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
  }
  agent.destroy();
  return sent;
}

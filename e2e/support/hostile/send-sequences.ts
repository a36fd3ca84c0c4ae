import { Agent } from "node:http";
import type { Tenant } from "../tenant.ts";
import { answerTo, type Failure, type HostileAnswer, parseJson, wrongWith } from "./answers.ts";
import { type Dice, diceFrom } from "./dice.ts";
import type { HostileRequest } from "./hostile-request.ts";
import { type Foreign, firstCall, flood, nextCall, type Sitting } from "./sequence-steps.ts";

export type SequencesSent = { requests: number; answers: Map<string, number>; slowestMs: number; failures: Failure[] };

const AT_ONCE = 16;
/** Calls of a sitting; one that floods repeats one of them until its limits are met. */
const MOST_CALLS = 40;
const FLOODING = 0.03;
const FLOOD_CALLS = 700;
/** The same call twice at the same moment, as from a client that did not wait. */
const TWICE = 0.1;
/** In the order of a well-made client at first: without it, half of all sittings would never begin. */
const BEGINNING = 0.85;

/**
 * Takes sittings through calls in any order, sixteen sittings at a time, each from an address of its own, and looks at every
 * answer: no 5xx but 503 and 507 that say when to come back, refusals in the envelope, nothing of what is inside. The same seed
 * makes the same calls in every sitting, but for ids that the server makes.
 */
export async function sendSequences(
  baseUrl: string,
  [own, other]: readonly [Tenant, Tenant],
  seed: number,
  count: number,
): Promise<SequencesSent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * AT_ONCE });
  const sent: SequencesSent = { requests: 0, answers: new Map(), slowestMs: 0, failures: [] };
  const foreign = [await begin(baseUrl, own), await begin(baseUrl, other)];
  let next = 0;
  const sitter = async () => {
    while (next < count) await sit(next++);
  };
  const sit = async (number: number) => {
    const dice = diceFrom(seed * 1_000_003 + number);
    const sitting = await newSitting(own, foreign);
    const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    for (const [step, requests] of callsOf(sitting, dice)) {
      const answers = await Promise.all(
        requests.map((request) => {
          request.headers["x-forwarded-for"] = address;
          return answerTo(baseUrl, agent, request);
        }),
      );
      for (const [index, answer] of answers.entries()) {
        const request = requests[index] as HostileRequest;
        learn(sitting, request, answer);
        note(sent, `${number}.${step}`, request, answer);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sitter));
  agent.destroy();
  return sent;
}

/** The calls of one sitting, those of each moment together; what comes next depends on what was answered before. */
function* callsOf(sitting: Sitting, dice: Dice): Generator<[step: number, requests: HostileRequest[]]> {
  let step = 0;
  if (dice.chance(BEGINNING)) yield [step++, [firstCall(sitting)]];
  for (let calls = dice.below(MOST_CALLS); calls > 0; calls--) {
    const request = nextCall(sitting, dice);
    yield [step++, dice.chance(TWICE) ? [request, { ...request, headers: { ...request.headers } }] : [request]];
  }
  if (!dice.chance(FLOODING)) return;
  const one = flood(sitting, dice);
  for (let calls = 0; calls < FLOOD_CALLS; calls += 8) yield [step++, Array.from({ length: 8 }, one)];
}

async function newSitting(tenant: Tenant, foreign: readonly Foreign[]): Promise<Sitting> {
  const { token, candidateId } = await tenant.invite();
  return { token, candidateId, apiKey: tenant.apiKey, sessionId: null, questionIds: [], foreign };
}

/** An interview that is somebody else's for all sittings. */
async function begin(baseUrl: string, tenant: Tenant): Promise<Foreign> {
  const { token, candidateId } = await tenant.invite();
  const post = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(new URL(path, baseUrl), { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Record<string, string>;
  };
  const { session_id = "" } = await post("/api/interview/session/start", { interview_token: token });
  const question = { session_id, question_data: { text: "What does a good test do?" } };
  const { question_id = "" } = await post("/api/interview/question/add", question);
  return { session_id, question_id, interview_token: token, candidateId };
}

/** A client knows what it was told. */
function learn(sitting: Sitting, { target, body: sent }: HostileRequest, { status, body }: HostileAnswer): void {
  if (status !== 200) return;
  const told = parseJson(body) as { session_id?: string; question_id?: string } | null;
  const isOwn = sent?.includes(sitting.token);
  if (isOwn && target.endsWith("/session/start") && told?.session_id) sitting.sessionId ??= told.session_id;
  if (target.endsWith("/question/add") && told?.question_id) sitting.questionIds.push(told.question_id);
}

function note(sent: SequencesSent, number: string, request: HostileRequest, answer: HostileAnswer): void {
  const code = (parseJson(answer.body) as { error?: { code?: string } } | null)?.error?.code;
  const name = code ? `${answer.status} ${code}` : String(answer.status);
  sent.requests++;
  sent.answers.set(name, (sent.answers.get(name) ?? 0) + 1);
  sent.slowestMs = Math.max(sent.slowestMs, answer.tookMs);
  const comesBack = [503, 507].includes(answer.status) && Number(answer.headers["retry-after"]) > 0;
  const what = comesBack ? null : wrongWith(answer, request);
  if (what) sent.failures.push({ number, what, request, answer: answer.body.slice(0, 300) });
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextQuestionsAnswer, PlanStep } from "../../contract/interview-answers.ts";
import { listQuestions, planOnTheWire } from "./plan.ts";

type Body = Record<string, unknown> & { question_data?: Record<string, string>; answer_data?: Record<string, string> };
type Refusal = { status: number; code: string };

/**
 * A real HTTP server on loopback that takes an interview of three questions as the contract says. A test cuts its line, has
 * it refuse what comes at an address, or changes what it answers about the plan.
 */
export async function startRoomServer() {
  const room = {
    told: [] as { path: string; body: Body }[],
    asked: new Set<string>(),
    answers: new Map<string, string>(),
    /** Who records. */
    holder: null as string | null,
    epoch: 0,
    isCut: false,
    ended: false,
    /** By the last words of an address; each is used until it is taken back. */
    refusals: new Map<string, Refusal>(),
    /** The questions are there, and yet none is handed over. */
    keepsBack: false,
    /** What becomes of the plan on its way. */
    plan: (plan: PlanStep[]): unknown => plan,
  };

  const server = createServer(async (request, response) => {
    if (room.isCut) return void request.socket.destroy();
    const body = await readBody(request);
    const path = (request.url ?? "").replace(/^\/api\/interview\//, "");
    const refusal = [...room.refusals].find(([end]) => path.endsWith(end))?.[1] ?? refusalOf(path, body);
    if (refusal) return refuse(response, refusal);
    room.told.push({ path, body });
    reply(response, 200, { success: true, message: "Done", ...answerTo(path, body) });
  });

  function refusalOf(path: string, { client_key, take_over, let_go }: Body): Refusal | null {
    if (!path.endsWith("/claim") || room.holder === null || room.holder === client_key || take_over || let_go)
      return null;
    return { status: 409, code: room.epoch > 1 ? "session_taken_over" : "session_in_use" };
  }

  function answerTo(path: string, body: Body): object {
    const what = path.split("/").at(-1);
    switch (what) {
      case "start":
        return start();
      case "claim":
        return { epoch: take(body) };
      case "next-questions":
        return nextQuestions();
      case "add":
        return add(path, body);
      case "end":
        room.ended = true;
        return {};
      case "segments":
        return { segment: 0 };
      default:
        return { acked_through: 0, missing: [] };
    }
  }

  function start(): object {
    const resumed = room.epoch > 0 ? { resumed: true, progress: [] } : {};
    return { session_id: SESSION, public_id: PUBLIC, recording_started: true, ...resumed };
  }

  function take({ client_key, let_go }: Body): number {
    if (let_go) room.holder = null;
    else if (room.holder !== client_key) {
      room.holder = String(client_key);
      room.epoch += 1;
    }
    return room.epoch;
  }

  function nextQuestions(): Omit<NextQuestionsAnswer, "success" | "plan"> & { plan: unknown } {
    const questions = listQuestions();
    const open = questions.filter(({ template_question_id: id }) => !room.answers.has(id));
    const now = open.slice(0, room.asked.has(open[0]?.template_question_id ?? "") ? 2 : 1);
    const plan = room.plan(planOnTheWire([...room.answers.keys()]));
    return { questions: room.keepsBack ? [] : now, total: questions.length, unanswered: open.length, plan };
  }

  function add(path: string, { question_data, answer_data, question_id }: Body): object {
    if (question_data) room.asked.add(question_data.template_question_id ?? "");
    if (answer_data) room.answers.set(String(question_id), answer_data.text ?? "");
    return path.startsWith("question")
      ? { question_id: question_data?.template_question_id }
      : { answer_id: crypto.randomUUID() };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetch: natively } = globalThis;
  return Object.assign(room, {
    /** Stands in place of the browser's, which knows where its page came from. */
    fetch: (path: string, init?: RequestInit) => natively(`${origin}${path}`, init),
    /** How often something came at addresses that end so. */
    count: (end: string) => room.told.filter(({ path }) => path.endsWith(end)).length,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

const SESSION = "5c0f3f34-7a0e-4a53-8a0e-1f4a8a7e7a01";
const PUBLIC = "5c0f3f34-7a0e-4a53-8a0e-1f4a8a7e7a02";

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const isJson = request.headers["content-type"] === "application/json";
  return isJson ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

function refuse(response: ServerResponse, { status, code }: Refusal): void {
  reply(response, status, { success: false, message: `Refused: ${code}`, error: { code, issues: [] } });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

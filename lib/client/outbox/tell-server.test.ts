import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OutboxEntry } from "./outbox-entry.ts";
import { tellServer } from "./tell-server.ts";

type Told = { path: string; body: Record<string, Record<string, unknown>> };

let server: Server;
let told: Told[];

/** A real server that knows a question by its key, as ours does. */
beforeEach(async () => {
  told = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    told.push({ path: request.url ?? "", body });
    const ids = { question_id: `q-${body.question_data?.client_key}`, answer_id: "a" };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ success: true, message: "done", ...ids }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init));
});

afterEach(() => {
  vi.unstubAllGlobals();
  server.close();
});

const segment = { clientKey: "s", mimeType: "video/webm", epoch: 1 };
const question = { data: { text: "One?", client_key: "one" }, mark: { segment, offsetMs: 5 } };
const answer = { data: { text: "words", client_key: "k" }, mark: { segment, offsetMs: 7 } };
const ANSWERED: OutboxEntry = { kind: "answer", question, answer };
const toWire = async (mark: { offsetMs: number } | null) => (mark ? { segment: 3, offset_ms: mark.offsetMs } : null);
const paths = () => told.map(({ path }) => path.replace("/api/interview/", ""));

test("a question is told once, and then its answer, each with its place in the recording", async () => {
  const tell = tellServer("session", { toWire, beforeEnd: async () => undefined });
  await tell({ kind: "question", question });
  await tell(ANSWERED);
  expect(paths()).toEqual(["question/add", "answer/add"]);
  expect(told[0]?.body.question_data).toMatchObject({ client_key: "one", media: { segment: 3, offset_ms: 5 } });
  expect(told[1]?.body).toMatchObject({ question_id: "q-one", answer_data: { media: { segment: 3, offset_ms: 7 } } });
});

test("a page that never saw the question asked tells it before the answer", async () => {
  await tellServer("session", { toWire, beforeEnd: async () => undefined })(ANSWERED);
  expect(paths()).toEqual(["question/add", "answer/add"]);
});

test("the end waits for the recording", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const ended = tellServer("session", { toWire, beforeEnd: () => promise })({ kind: "end" });
  await new Promise((wake) => setTimeout(wake, 20));
  expect(told).toEqual([]);
  resolve();
  await ended;
  expect(paths()).toEqual(["session/end"]);
});

import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, inject, test } from "vitest";
import { db } from "../../lib/db/client.ts";
import { get } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

/* What goes over the wire below what any HTTP client would send. */

const QUESTION = "/api/interview/question/add";

/** Sends bytes as they are. @returns everything that comes back until the server, or `cutAfterMs`, ends the connection */
async function sendBytes(parts: (string | Buffer)[], cutAfterMs?: number): Promise<string> {
  const { hostname, port } = new URL(inject("baseUrl"));
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const heard = text(socket).catch(String); // a reset is an answer, too
  for (const part of parts) socket.write(part);
  if (cutAfterMs !== undefined) setTimeout(() => socket.destroy(), cutAfterMs);
  return heard;
}

function head(headers: string[], path = QUESTION): string {
  return `${[`POST ${path} HTTP/1.1`, "Host: here", "Content-Type: application/json", ...headers].join("\r\n")}\r\n\r\n`;
}

const chunk = (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`;
const closing = "Connection: close";

async function newQuestion(): Promise<{ sessionId: string; body: string }> {
  const { session_id: sessionId } = await startedSession(await newTenant());
  return { sessionId, body: JSON.stringify({ session_id: sessionId, question_data: { text: "Why?" } }) };
}

const asked = (sessionId: string) => db().question.count({ where: { sessionId } });

test("a body in chunks is taken", async () => {
  const { sessionId, body } = await newQuestion();
  const sent = [
    head(["Transfer-Encoding: chunked", closing]),
    chunk(body.slice(0, 20)),
    chunk(body.slice(20)),
    "0\r\n\r\n",
  ];
  expect(await sendBytes(sent)).toMatch(/^HTTP\/1.1 200 /);
  expect(await asked(sessionId)).toBe(2);
});

test("a body in chunks that never says how long it is, is refused once it is too long", async () => {
  const { sessionId, body } = await newQuestion();
  const endless = Array.from({ length: 6 }, () => chunk(" ".repeat(60_000)));
  const answer = await sendBytes([head(["Transfer-Encoding: chunked", closing]), ...endless, chunk(body), "0\r\n\r\n"]);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('"code":"body_too_large"');
  expect(await asked(sessionId)).toBe(1);
});

test.each([
  ["half of it", (body: string) => [head([`Content-Length: ${body.length}`]), body.slice(0, body.length / 2)]],
  ["all but what the length promised", (body: string) => [head([`Content-Length: ${body.length + 5}`]), body]],
  ["chunks without their end", (body: string) => [head(["Transfer-Encoding: chunked"]), chunk(body)]],
])("a sender that is cut off after %s has stored nothing", async (_, parts) => {
  const { sessionId, body } = await newQuestion();
  expect(await sendBytes(parts(body), 300)).not.toContain("200 OK");
  expect((await get("/api/health")).status).toBe(200);
  expect(await asked(sessionId)).toBe(1);
});

test("a length that is too short cuts the body, and what follows is no request", async () => {
  const { sessionId, body } = await newQuestion();
  const answer = await sendBytes([head(["Content-Length: 20"]), body]);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).not.toContain("200 OK");
  expect(await asked(sessionId)).toBe(1);
});

test.each([
  ["two lengths", ["Content-Length: 5", "Content-Length: 6"]],
  ["a length and chunks", ["Content-Length: 5", "Transfer-Encoding: chunked"]],
  ["chunks in a way that nobody knows", ["Transfer-Encoding: xchunked"]],
  ["a negative length", ["Content-Length: -1"]],
  ["a length in words", ["Content-Length: five"]],
  ["a space before the colon", ["Content-Length : 5"]],
  ["a header over two lines", ["X-Note: a\r\n b\x00"]],
  ["NUL in a header", ["X-Note: a\x00b"]],
  ["40 kB of headers", [`X-Note: ${"x".repeat(40_000)}`]],
])("what one proxy may read in one way and we in another is refused: %s", async (_, headers) => {
  const { sessionId, body } = await newQuestion();
  const answer = await sendBytes([head([...headers, closing]), "5\r\nhello\r\n0\r\n\r\n", head([closing]), body]);
  expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  expect(answer.match(/HTTP\/1.1/g)).toHaveLength(1);
  expect(await asked(sessionId)).toBe(1);
});

test.each(["PROPFIND", "TRACE", "LOCK"])("%s is refused in the envelope", async (method) => {
  const answer = await sendBytes([`${method} /api/health HTTP/1.1\r\nHost: here\r\n\r\n`]);
  expect(answer).toMatch(/^HTTP\/1.1 405 /);
  expect(answer).toContain('"code":"method_not_allowed"');
  expect(answer.toLowerCase()).toContain("allow: get, head, post");
});

test("readers that never read hold nobody up", async () => {
  const { sessionId, body } = await newQuestion();
  const { hostname, port } = new URL(inject("baseUrl"));
  const request = "GET /api/openapi.json HTTP/1.1\r\nHost: here\r\n\r\n";
  const deaf = Array.from({ length: 40 }, () => {
    const socket = connect(Number(port), hostname).on("error", () => undefined);
    socket.pause();
    socket.write(request.repeat(5));
    return socket;
  });
  try {
    for (let round = 0; round < 5; round++) {
      expect(await sendBytes([head([`Content-Length: ${body.length}`, closing]), body])).toMatch(/^HTTP\/1.1 200 /);
    }
    expect(await asked(sessionId)).toBe(6);
  } finally {
    for (const socket of deaf) socket.destroy();
  }
});

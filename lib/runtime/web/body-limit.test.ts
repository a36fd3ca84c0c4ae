import { once } from "node:events";
import { request as ask, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { limitBody, maxBodyBytes } from "./body-limit.ts";
import { createHttpServer } from "./http-server.ts";

const MIB = 1024 * 1024;
let server: ReturnType<typeof createHttpServer>;
afterEach(() => server.close());

/** A server that holds each body to 16 KiB, then asks `listener`. */
async function serve(listener: RequestListener): Promise<number> {
  server = createHttpServer();
  server.on("request", (request, response) => {
    if (limitBody(request, response, 16 * 1024)) listener(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

/** Sends `bytes` bytes as the server takes them, until it answers. */
async function send(port: number, bytes: number, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = ask({ port, method: "POST", path: "/api/auth/anything", headers, agent: false });
  const answered = once(request, "response");
  request.on("error", () => undefined); // the server may have hung up: the answer says why
  let heard = false;
  request.once("response", () => {
    heard = true;
  });
  for (let left = bytes; left > 0 && !heard; left -= MIB) {
    const open = request.write(Buffer.alloc(Math.min(left, MIB)));
    if (!open) await Promise.race([once(request, "drain"), answered]);
  }
  request.end();
  const [answer] = await answered;
  return answer;
}

test("a body that announces too much is refused before anybody sees the request", async () => {
  let seen = 0;
  const port = await serve(() => {
    seen += 1;
  });
  const answer = await send(port, 20 * MIB, { "content-length": String(20 * MIB) });
  expect(answer.statusCode).toBe(413);
  expect(await json(answer)).toMatchObject({ success: false, error: { code: "body_too_large", issues: [] } });
  expect(seen).toBe(0);
});

test("a body without an announced length is cut off at the limit: its reader gets an error, and its answer is not heard", async () => {
  let read = 0;
  const broken = Promise.withResolvers<unknown>();
  const port = await serve((request, response) => {
    request.on("data", (chunk: Buffer) => {
      read += chunk.byteLength;
    });
    request.on("error", (error) => {
      broken.resolve(error);
      response.writeHead(200, { "content-type": "text/plain" });
      response.end("too late");
    });
  });
  const answer = await send(port, 40 * MIB, { "transfer-encoding": "chunked" });
  expect(answer.statusCode).toBe(413);
  expect(await json(answer)).toMatchObject({ error: { code: "body_too_large" } });
  expect(await broken.promise).toBeInstanceOf(Error);
  expect(read).toBeLessThanOrEqual(16 * 1024);
});

test("nobody needs to read a body for it to be counted", async () => {
  const port = await serve(() => undefined); // an address that takes its time
  const answer = await send(port, 4 * MIB, { "transfer-encoding": "chunked" });
  expect(answer.statusCode).toBe(413);
});

test("a body of exactly the limit arrives whole, announced or not", async () => {
  const port = await serve(async (request, response) => {
    let read = 0;
    for await (const chunk of request) read += chunk.byteLength;
    response.end(String(read));
  });
  for (const [name, value] of [
    ["content-length", String(16 * 1024)],
    ["transfer-encoding", "chunked"],
  ] as const) {
    const answer = await send(port, 16 * 1024, { [name]: value });
    expect(answer.statusCode).toBe(200);
    expect(await json(answer)).toBe(16 * 1024);
  }
});

const PART = "/api/interview/session/0b9f2f1c-7a44-4f0e-9d3c-1c2d3e4f5a6b/segments/0/parts/3";

test.each([
  ["POST", "/api/auth/callback/credentials", 16 * 1024],
  ["PUT", "/api/auth/signout?callbackUrl=/", 16 * 1024],
  ["GET", "/api/auth", 16 * 1024],
  ["POST", "/API/AUTH/signin", 16 * 1024],
  ["POST", "/api/interview/answer/add", 256 * 1024],
  ["POST", "/dashboard", 256 * 1024],
  ["GET", "/no/such/page", 256 * 1024],
  ["DELETE", "/api/none", 256 * 1024],
  ["PUT", PART, 900 * 1024],
  ["POST", PART, 256 * 1024],
  ["POST", "/api/v1/interviews/bulk", 1024 * 1024],
  ["GET", "/api/v1/interviews/bulk", 256 * 1024],
])("%s %s takes %i bytes", (method, url, bytes) => {
  expect(maxBodyBytes({ method, url })).toBe(bytes);
});

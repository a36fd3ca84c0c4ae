import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { ClientError, fetchJson, NetworkError } from "./fetch-json.ts";
import { onSignInEnded } from "./sign-in-ended.ts";

const Greeting = z.object({ success: z.literal(true), hello: z.string() });

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  serve((_, response) => void response.writeHead(status, headers).end(body));

test("an answer of the agreed shape comes back typed", async () => {
  const url = await answering(200, JSON.stringify({ success: true, hello: "you", more: 1 }));
  expect(await fetchJson(Greeting, url)).toEqual({ success: true, hello: "you" });
});

test("a body is sent as JSON by POST", async () => {
  const url = await serve(async (request, response) => {
    let sent = "";
    for await (const chunk of request) sent += chunk;
    const hello = `${request.method} ${request.headers["content-type"]} ${sent}`;
    response.end(JSON.stringify({ success: true, hello }));
  });
  const { hello } = await fetchJson(Greeting, url, { json: { name: "Sam" } });
  expect(hello).toBe('POST application/json {"name":"Sam"}');
});

test("a refusal keeps its status, code, words and every field that is wrong", async () => {
  const envelope = {
    success: false,
    message: "Some fields are not valid.",
    error: { code: "invalid_fields", issues: [{ path: "a.b", message: "is required" }] },
  };
  const url = await answering(422, JSON.stringify(envelope));
  await expect(fetchJson(Greeting, url)).rejects.toMatchObject({
    name: "ClientError",
    status: 422,
    code: "invalid_fields",
    message: "Some fields are not valid.",
    issues: [{ path: "a.b", message: "is required" }],
  });
});

test("Retry-After is handed on", async () => {
  const url = await answering(507, "", { "retry-after": "30" });
  await expect(fetchJson(Greeting, url)).rejects.toMatchObject({ status: 507, retryAfterSeconds: 30 });
});

test("a proxy's error page is a refusal with its status, and an unknown answer is no success", async () => {
  const page = await answering(502, "<h1>Bad gateway</h1>");
  await expect(fetchJson(Greeting, page)).rejects.toMatchObject({ status: 502, code: "http_502" });
  const odd = await answering(200, "<h1>Sign in to the hotel's network</h1>");
  await expect(fetchJson(Greeting, odd)).rejects.toMatchObject({ code: "unexpected_answer" });
});

test("a server that is not there, hangs up or stays silent is a network failure", async () => {
  const hangingUp = await serve((request) => void request.socket.destroy());
  await expect(fetchJson(Greeting, hangingUp)).rejects.toBeInstanceOf(NetworkError);
  const silent = await serve(() => undefined);
  await expect(fetchJson(Greeting, silent, { timeoutMs: 20 })).rejects.toBeInstanceOf(NetworkError);
});

test("whoever ends a request gets their own abort back, not a network failure", async () => {
  const silent = await serve(() => undefined);
  const ending = new AbortController();
  const request = fetchJson(Greeting, silent, { signal: ending.signal });
  ending.abort();
  await expect(request).rejects.not.toBeInstanceOf(NetworkError);
  await expect(request).rejects.not.toBeInstanceOf(ClientError);
});

test("that nobody is signed in any more is told to the page around, and in words for a person", async () => {
  const envelope = { success: false, message: "Send a header.", error: { code: "unauthenticated", issues: [] } };
  const url = await answering(401, JSON.stringify(envelope));
  await expect(fetchJson(Greeting, url)).rejects.toThrow("Send a header."); // nobody listens: no page of somebody's
  const told: boolean[] = [];
  const stop = onSignInEnded((byWrite) => told.push(byWrite));
  await expect(fetchJson(Greeting, url)).rejects.toThrow("Your sign-in has ended.");
  await expect(fetchJson(Greeting, url, { json: {} })).rejects.toMatchObject({ code: "unauthenticated", status: 401 });
  stop();
  await expect(fetchJson(Greeting, url)).rejects.toThrow("Send a header.");
  expect(told).toEqual([false, true]);
});

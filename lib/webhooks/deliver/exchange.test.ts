import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { answerStatus, testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveryWords } from "../../words/delivery-words.ts";
import { exchange } from "./exchange.ts";
import type { Network } from "./network.ts";

const BODY = JSON.stringify({ type: "webhook.test" });
async function post(url: string, network: Partial<Network> = {}) {
  const { error, ...answer } = await exchange(new URL(url), { "webhook-id": "1" }, BODY, testNetwork(network));
  return { ...answer, error: error && deliveryWords(error, "en") };
}

/** A receiver that speaks bytes, not HTTP. */
async function rawReceiver(connected: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    connected(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("posts the body once and tells what came back", async () => {
  const { url, received } = await testReceiver();
  expect(await post(url)).toMatchObject({ status: 200, body: "thanks", error: null, retryAfterSeconds: null });
  expect(received).toMatchObject([{ body: BODY, headers: { "content-type": "application/json", "webhook-id": "1" } }]);
});

test("an answer of any status is an answer", async () => {
  const { url } = await testReceiver(answerStatus(503, { "retry-after": "120" }));
  expect(await post(url)).toMatchObject({ status: 503, body: "answer 503", error: null, retryAfterSeconds: 120 });
});

test("a redirect is not followed", async () => {
  const target = await testReceiver();
  const { url } = await testReceiver(answerStatus(307, { location: target.url }));
  expect(await post(url)).toMatchObject({ status: 307, error: expect.stringContaining("Redirects are not followed") });
  expect(target.received).toEqual([]);
});

test("of an answer without end, sixteen kibibytes are read and four kept", async () => {
  const { url, server } = await testReceiver((_, response) => {
    const chunk = Buffer.alloc(64 * 1024, "x");
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", pour);
    pour();
  });
  let written = 0;
  server.on("connection", (socket) => socket.on("close", () => (written = socket.bytesWritten)));
  const answer = await post(url, { timeoutMs: 10_000 });
  expect(answer).toMatchObject({ status: 200, body: "x".repeat(4096) });
  expect(answer.bytesRead).toBeLessThanOrEqual(16 * 1024 + 64 * 1024); // and what the last read from the socket brought
  await expect.poll(() => written).toBeGreaterThan(0);
  expect(written).toBeLessThan(16 * 1024 * 1024); // what the buffers of both systems took
});

test("an answer that drips is not waited for, and its status counts", async () => {
  const { url } = await testReceiver((_, response) => {
    const timer = setInterval(() => response.write("."), 20);
    response.on("close", () => clearInterval(timer));
  });
  const answer = await post(url, { timeoutMs: 60_000 });
  expect(answer).toMatchObject({ status: 200, error: null });
  expect(answer.durationMs).toBeLessThan(30_000);
  expect(answer.body).toMatch(/^\.+$/);
});

test("an answer that breaks off counts by its status", async () => {
  const url = await rawReceiver((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"));
  });
  expect(await post(url)).toMatchObject({ status: 200, body: "half" });
});

test.each<[string, string, (socket: Socket) => void]>([
  ["says nothing", "No answer within 0.3 seconds.", () => {}],
  [
    "drips its headers",
    "No answer within 0.3 seconds.",
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nx: ");
      const timer = setInterval(() => socket.write("y"), 20);
      socket.on("close", () => clearInterval(timer));
    },
  ],
  [
    "answers 100 Continue for ever",
    "No answer within 0.3 seconds.",
    (socket) => {
      const timer = setInterval(() => socket.write("HTTP/1.1 100 Continue\r\n\r\n"), 20);
      socket.on("close", () => clearInterval(timer));
    },
  ],
  ["hangs up", "The connection was closed before there was an answer.", (socket) => void socket.destroy()],
  ["speaks something else", "The answer is not valid HTTP", (socket) => void socket.end("SSH-2.0-OpenSSH\r\n")],
  [
    "sends headers without end",
    "The answer's headers are too long.",
    (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}`),
  ],
  [
    "wants another protocol",
    "The connection was closed before there was an answer.",
    (socket) => void socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
  ],
])("a receiver that %s is no answer", async (_, error, connected) => {
  const url = await rawReceiver(connected);
  const answer = await post(url, { timeoutMs: 300 });
  expect(answer).toMatchObject({ status: null, error: expect.stringContaining(error) });
  expect(answer.durationMs).toBeLessThan(5_000);
});

test("a closed port is refused", async () => {
  const { server, url } = await testReceiver();
  await new Promise((resolve) => server.close(resolve));
  expect(await post(url)).toMatchObject({ status: null, error: "The connection was refused." });
});

test("a receiver whose TLS fails is no answer", async () => {
  const url = await rawReceiver((socket) => socket.end("not TLS at all"));
  const answer = await post(url.replace("http:", "https:"));
  expect(answer).toMatchObject({ status: null, error: expect.stringContaining("The secure connection failed") });
});

test("what is kept of an answer can be stored: no NUL, no half characters", async () => {
  const { url } = await testReceiver((_, response) => void response.end(Buffer.from([0x61, 0, 0xff, 0x62])));
  expect(await post(url)).toMatchObject({ body: "a\u{fffd}\u{fffd}b" });
});

test.each([
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://0177.0.0.1/",
  "https://[::1]/",
  "https://[::ffff:7f00:1]/",
  "https://169.254.169.254/latest/meta-data",
])("an address written as %s is refused without a connection", async (url) => {
  const answer = await post(url, { allowPrivate: false });
  expect(answer).toMatchObject({ status: null, error: expect.stringContaining("not on the public internet") });
});

test("a name is refused when any of its addresses is private", async () => {
  const { port, received } = await testReceiver();
  const resolve = async () => ["93.184.216.34", "127.0.0.1"];
  const answer = await post(`https://two.example:${port}/`, { allowPrivate: false, resolve });
  expect(answer.error).toBe("The host leads to 127.0.0.1, which is not on the public internet.");
  expect(received).toEqual([]);
});

test("a resolver that answers otherwise after the check changes nothing: the connection goes to what was checked", async () => {
  const { port, received } = await testReceiver();
  const answers = [["93.184.216.34"], ["127.0.0.1"]];
  let asked = 0;
  const resolve = async () => answers[asked++] ?? [];
  const connected: string[] = [];
  const watch = (message: unknown) =>
    (message as { socket: Socket }).socket.on("lookup", (_error, address) => connected.push(address));
  subscribe("net.client.socket", watch);
  onTestFinished(() => void unsubscribe("net.client.socket", watch));
  const url = `https://rebinds.example:${port}/`;
  const first = await post(url, { allowPrivate: false, resolve, connectTimeoutMs: 100 });
  expect(asked).toBe(1);
  expect(first.status).toBeNull(); // nobody answers there from here
  expect(connected).toEqual(["93.184.216.34"]);
  const second = await post(url, { allowPrivate: false, resolve });
  expect(second.error).toBe("The host leads to 127.0.0.1, which is not on the public internet.");
  expect(connected).toHaveLength(1);
  expect(received).toEqual([]);
});

test.each(["https://localhost:8443/", "https://hooks.localhost./"])(
  "%s is refused whatever it leads to",
  async (url) => {
    const resolve = async () => ["93.184.216.34"];
    expect((await post(url, { allowPrivate: false, resolve })).error).toContain("this machine's own");
  },
);

test("a port of another kind of service is not spoken to", async () => {
  const answer = await post("https://93.184.216.34:22/", { allowPrivate: false });
  expect(answer).toMatchObject({ status: null, error: "The address's port must be 80, 443 or one from 1024 on." });
});

test("plain http is refused unless private networks are allowed", async () => {
  const answer = await post("http://93.184.216.34/", { allowPrivate: false });
  expect(answer).toMatchObject({ status: null, error: "The address must begin with https." });
});

test("the connection goes to the address that was checked: the name is not asked again", async () => {
  const { port, received } = await testReceiver();
  const answers = [["127.0.0.1"], ["192.0.2.1"]];
  let asked = 0;
  const answer = await post(`http://rebinds.example:${port}/`, { resolve: async () => answers[asked++] ?? [] });
  expect(answer.status).toBe(200);
  expect(asked).toBe(1);
  expect(received[0]?.headers.host).toBe(`rebinds.example:${port}`);
});

test("a name server that never answers costs the connection's time and no more", async () => {
  const resolve = (_: string, signal: AbortSignal) =>
    new Promise<string[]>((_, reject) => signal.addEventListener("abort", () => reject(new Error("cancelled"))));
  expect(await post("http://slow.example/", { resolve, timeoutMs: 300 })).toMatchObject({
    status: null,
    error: "No answer within 0.3 seconds.",
  });
});

import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Network } from "../../webhooks/deliver/network.ts";

export type Received = { headers: http.IncomingHttpHeaders; body: string; path: string };

/** How a receiver answers: at will, with whatever bytes it likes. */
export type Behaviour = (received: Received, response: http.ServerResponse) => void;

export const answerOk: Behaviour = (_, response) => void response.end("thanks");

export const answerStatus =
  (status: number, headers: http.OutgoingHttpHeaders = {}): Behaviour =>
  (_, response) =>
    void response.writeHead(status, headers).end(`answer ${status}`);

/** A receiver of webhooks on loopback, until the test ends. */
export async function testReceiver(behave: Behaviour = answerOk) {
  const received: Received[] = [];
  const state = { behave, received, open: 0, mostOpen: 0 };
  const server = http.createServer((request, response) => {
    state.open++;
    state.mostOpen = Math.max(state.mostOpen, state.open);
    response.once("close", () => state.open--);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { headers, url = "" } = request;
      const one = { headers, body: Buffer.concat(chunks).toString(), path: url };
      received.push(one);
      state.behave(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(state, { server, url: `http://127.0.0.1:${port}/hook`, port });
}

/** A network in which loopback is allowed and waits are short. */
export function testNetwork(over: Partial<Network> = {}): Network {
  return { allowPrivate: true, resolve: async () => ["127.0.0.1"], timeoutMs: 1_000, connectTimeoutMs: 500, ...over };
}

import { once } from "node:events";
import { createServer, type IncomingMessage, request as sendRequest } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";

/**
 * What becomes of a request: `down`: the connection ends at once; `error_500`, `forbidden`, `not_implemented`: the server never sees it; `lose_answer`: the server does
 * what it asks, and the connection ends before its answer; `hang`: nothing is ever answered; a number: so many ms later.
 */
export type Fate = "pass" | "down" | "error_500" | "forbidden" | "not_implemented" | "lose_answer" | "hang" | number;

export type FaultProxy = {
  port: number;
  /** Decides about each request from now on. */
  decide(fate: (request: { method: string; url: string }) => Fate): void;
  close(): Promise<void>;
};

/** An HTTP proxy before a server on loopback, with the faults that a network and a store have. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  let fateOf: (request: { method: string; url: string }) => Fate = () => "pass";
  const server = createServer(async (request, response) => {
    const fate = fateOf({ method: request.method ?? "", url: request.url ?? "" });
    if (fate === "down") return request.socket.destroy();
    if (fate === "hang") return;
    if (fate === "error_500") {
      await text(request); // as S3 does: it takes the whole body, then fails
      response.writeHead(500, { "content-type": "application/xml" });
      return response.end(
        "<Error><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>",
      );
    }
    if (fate === "forbidden") return response.writeHead(403).end();
    if (fate === "not_implemented") return response.writeHead(501).end();
    if (typeof fate === "number") await delay(fate);
    const answer = await forward(request, targetPort);
    if (fate === "lose_answer") {
      answer.destroy();
      return request.socket.destroy();
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.once("close", () => {
      if (!response.writableFinished) answer.destroy();
    });
    return answer.on("error", () => response.destroy()).pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    decide(fate) {
      fateOf = fate;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** The same request, with the same Host, which its signature covers. */
function forward(request: IncomingMessage, port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, url, headers } = request;
    const forwarded = sendRequest({ host: "127.0.0.1", port, method, path: url, headers }, resolve);
    forwarded.on("error", reject);
    request.pipe(forwarded);
  });
}

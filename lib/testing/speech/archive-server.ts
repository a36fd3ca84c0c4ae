import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with the next request, in order; then it behaves. */
export type Trouble =
  | { kind: "cut"; afterBytes: number }
  | { kind: "stall"; afterBytes: number }
  | { kind: "status"; status: number }
  | { kind: "redirect"; to: string }
  | { kind: "more"; bytes: number }
  | { kind: "no_ranges" }
  | { kind: "slow"; everyMs: number };

export type ArchiveServer = Awaited<ReturnType<typeof startArchiveServer>>;

/** A real HTTP server on loopback that has one file, under any path, and misbehaves on demand. */
export async function startArchiveServer(body: Buffer, etag = '"one"') {
  const troubles: Trouble[] = [];
  const ranges: (string | undefined)[] = [];
  const served = { body, etag };
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response, served, troubles.shift());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    troubles,
    /** What was asked for, one for each request. */
    ranges,
    /** What it has; another may take its place. */
    served,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { body, etag }: { body: Buffer; etag: string },
  trouble?: Trouble,
): void {
  if (trouble?.kind === "status") return void response.writeHead(trouble.status).end("no");
  if (trouble?.kind === "redirect") return void response.writeHead(302, { location: trouble.to }).end();
  const from = rangeOf(request, etag, trouble);
  const rest = body.subarray(from);
  const total = body.length + (trouble?.kind === "more" ? trouble.bytes : 0);
  if (from > 0 && rest.length === 0) return void response.writeHead(416).end();
  response.writeHead(from > 0 ? 206 : 200, {
    etag,
    ...(from > 0 ? { "content-range": `bytes ${from}-${body.length - 1}/${body.length}` } : {}),
    ...(trouble?.kind === "more" ? {} : { "content-length": total - from }),
  });
  void send(response, rest, trouble);
}

function rangeOf({ headers }: IncomingMessage, etag: string, trouble?: Trouble): number {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
  const isSame = headers["if-range"] === undefined || headers["if-range"] === etag;
  return isSame && trouble?.kind !== "no_ranges" ? from : 0;
}

async function send(response: ServerResponse, rest: Buffer, trouble?: Trouble): Promise<void> {
  if (trouble?.kind === "cut" || trouble?.kind === "stall") {
    response.write(rest.subarray(0, trouble.afterBytes), () => {
      if (trouble.kind === "cut") setTimeout(() => response.destroy(), 50);
    });
    return;
  }
  if (trouble?.kind === "more") return void response.end(Buffer.concat([rest, Buffer.alloc(trouble.bytes)]));
  if (trouble?.kind !== "slow") return void response.end(rest);
  for (let at = 0; at < rest.length && !response.destroyed; at += 4096) {
    response.write(rest.subarray(at, at + 4096));
    await new Promise((wake) => setTimeout(wake, trouble.everyMs));
  }
  response.end();
}

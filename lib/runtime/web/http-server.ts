import { createServer, type Server, type ServerOptions } from "node:http";
import { refuseConnection } from "./refuse.ts";

/** How long and how large what a client sends may be. */
const LIMITS: ServerOptions = {
  headersTimeout: 30_000,
  requestTimeout: 120_000, // a part of a recording over a bad network
  keepAliveTimeout: 65_000, // longer than the usual load balancer's, so it is never the one to find it closed
  maxHeaderSize: 32 * 1024,
};

/** A connection on which nothing moves for this long ends: somebody who asks and never reads must not hold a file open for ever. */
const SILENCE_MS = 300_000;

/**
 * The HTTP server that everything comes through. Whoever sends too slowly or no HTTP at all is told so and disconnected;
 * the body of such a request ends in an error for whoever reads it.
 * @param limits other than the usual
 */
export function createHttpServer(limits: ServerOptions = {}, silenceMs = SILENCE_MS): Server {
  const server = createServer({ ...LIMITS, ...limits }).on("clientError", refuseConnection);
  server.timeout = silenceMs;
  return server;
}

import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { expectMigrations } from "../db/migrations/expected-migrations.ts";
import { migrationNames } from "../db/migrations/migrations-folder.ts";
import { limitStatements } from "../db/statement-limit.ts";
import { type Env, env } from "../env.ts";
import { startDraining } from "../health/draining.ts";
import { describeError, logger } from "../logger.ts";
import { s3LinkOrigin } from "../storage/s3-link-origin.ts";
import { ensureAuthSecret } from "./auth-secret.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { runUntilStopped } from "./stop-request.ts";
import { announceLength } from "./web/announce-length.ts";
import { limitBody } from "./web/body-limit.ts";
import { tidyCallbackUrl } from "./web/callback-url.ts";
import { clientAddress } from "./web/client-address.ts";
import { hasOneHost } from "./web/hosts.ts";
import { createHttpServer } from "./web/http-server.ts";
import { logRequest } from "./web/log-request.ts";
import { tellPageFaults } from "./web/page-status.ts";
import { isKnownMethod, refuseHost, refuseMethod, refuseUrl } from "./web/refuse.ts";
import { requestIdFor } from "./web/request-id.ts";
import { type SecuritySettings, setSecurityHeaders } from "./web/security-headers.ts";
import { sendNamedFile } from "./web/send-file.ts";
import { slowWrongLinks } from "./web/slow-wrong-links.ts";
import { isWellFormedUrl } from "./web/well-formed-url.ts";

/*
 * The web process: Next.js behind an HTTP server of our own, which names every request, writes one log line for each
 * and lets those in flight finish when it is told to stop.
 */

const DRAIN_MS = 8_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Serves until a signal or the end of the parent process. In development pages reload when their code changes. */
export async function runWeb({ dev }: { dev: boolean }): Promise<never> {
  endOnUncaughtErrors();
  limitStatements(env().statementMs);
  expectMigrations(await migrationNames());
  const server = createHttpServer();
  const upgraded = rememberUpgraded(server);
  const handle = await prepareNext(server, dev);
  const security = securitySettings(env(), dev);
  server.on("request", (request, response) => answer(handle, security, request, response));
  await listen(server, env().port);
  logger.info({ port: env().port }, "web listening");
  const { drainWaitMs } = env();
  return runUntilStopped(() => drain(server, upgraded, drainWaitMs), drainWaitMs + DRAIN_MS);
}

async function prepareNext(httpServer: Server, dev: boolean): Promise<Handler> {
  const { publicUrl, authSecret, dataDir, port } = env();
  // next-auth reads these by itself, when its module loads.
  process.env.NEXTAUTH_URL = publicUrl;
  process.env.NEXTAUTH_SECRET = authSecret ?? ensureAuthSecret(dataDir);
  process.env.AUTH_SECRET = process.env.NEXTAUTH_SECRET; // what Next bundles reads the environment by itself
  const { default: next } = await import("next");
  const app = next({ dev, dir: PROJECT_ROOT, httpServer, port });
  await app.prepare();
  return app.getRequestHandler();
}

function answer(handle: Handler, security: SecuritySettings, request: IncomingMessage, response: ServerResponse): void {
  const { headers, url = "/", socket } = request;
  const requestId = requestIdFor(headers["x-request-id"]);
  response.setHeader("x-request-id", requestId);
  setSecurityHeaders(request, response, security);
  announceLength(response);
  slowWrongLinks(response, requestId);
  sendNamedFile(response);
  logRequest(request, response, requestId);
  if (!hasOneHost(request)) {
    refuseHost(url, response);
    return;
  }
  if (!isWellFormedUrl(url)) {
    refuseUrl(url, response);
    return;
  }
  if (!security.dev && !isKnownMethod(request)) {
    refuseMethod(url, response);
    return;
  }
  if (!limitBody(request, response)) return;
  tidyCallbackUrl(request, env().publicUrl);
  headers["x-request-id"] = requestId;
  headers["x-talentflow-client"] = clientAddress(socket.remoteAddress, headers["x-forwarded-for"], env().trustProxy);
  headers["x-talentflow-path"] = url.split("?", 1)[0];
  tellPageFaults(response, requestId);
  handle(request, response).catch((error: unknown) => {
    logger.error({ request_id: requestId, ...describeError(error) }, "request failed");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}

/** Recordings in a bucket play from there: a page must be allowed to. */
function securitySettings({ publicUrl, storage }: Env, dev: boolean): SecuritySettings {
  return {
    secure: publicUrl.startsWith("https:"),
    mediaOrigin: storage.driver === "s3" ? s3LinkOrigin(storage) : null,
    dev,
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Hot reload's connections never end by themselves, and the server does not count them as its own. */
function rememberUpgraded(server: Server): Set<Duplex> {
  const sockets = new Set<Duplex>();
  server.on("upgrade", (_request, socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}

/**
 * Says first that it wants no more requests, so that a balancer can turn away; then takes no more connections, closes those that wait
 * for nothing and settles when the last request is answered.
 */
async function drain(server: Server, upgraded: Set<Duplex>, waitMs: number): Promise<void> {
  startDraining();
  await delay(waitMs);
  let open = true;
  server.close(() => {
    open = false;
  });
  for (const socket of upgraded) socket.destroy();
  while (open) {
    server.closeIdleConnections();
    await delay(20);
  }
  logger.info("web stopped");
}

function endOnUncaughtErrors(): void {
  process.on("unhandledRejection", (error) => logger.error(describeError(error), "unhandled rejection"));
  process.on("uncaughtException", (error) => {
    logger.error(describeError(error), "uncaught exception");
    process.exit(1); // its state is unknown now; the supervisor starts a new one
  });
  // Nobody reads our output once the supervisor is killed; the requests in flight still deserve their answers.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

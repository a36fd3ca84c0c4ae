import type { IncomingMessage, ServerResponse } from "node:http";
import { logger } from "../../logger.ts";
import { redactPath } from "./redact-path.ts";

const QUIET = /^\/(_next\/|api\/(health|live|ready)$)/;

/** Writes one line when the request is over: answered, or given up by the client before that. */
export function logRequest(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const startedAt = performance.now();
  const { method, url = "" } = request;
  response.once("close", () => {
    const path = redactPath(url);
    const line = {
      request_id: requestId,
      method,
      path,
      status: response.headersSent ? response.statusCode : null,
      duration_ms: Math.round((performance.now() - startedAt) * 10) / 10,
    };
    if (!response.writableFinished) logger.info({ ...line, aborted: true }, "request aborted");
    else if (response.statusCode >= 500) logger.error(line, "request");
    else logger[QUIET.test(path) ? "debug" : "info"](line, "request");
  });
}

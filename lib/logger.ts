import pino from "pino";
import { env } from "./env.ts";

/**
 * JSON lines on standard output; the supervisor gathers its children's lines into `logs/talentflow.log` and rotates it.
 * Log what happened, never what was said: no token, no session id, no answer, no password.
 */
export const logger = pino(
  {
    level: env().logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  // Written behind the requests' backs: a blocking write for each line halved what the server could answer. What is
  // pending is flushed when the process exits.
  pino.destination({ dest: 1, sync: false }),
);

/**
 * What is safe to write down of an unexpected error: its kind, its code and where it came from. Its message stays out,
 * because database errors quote the values they were given.
 */
export function describeError(error: unknown): { error: string; error_code?: string; stack?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    error: error.name,
    ...(code ? { error_code: code } : {}),
    stack: frames.slice(0, 8).map((line) => line.trim()),
  };
}

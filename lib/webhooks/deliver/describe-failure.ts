import { ExchangeError, type Network } from "./network.ts";

const BY_CODE: Record<string, string> = {
  ECONNREFUSED: "The connection was refused.",
  ECONNRESET: "The connection was closed before there was an answer.",
  EPIPE: "The connection was closed before there was an answer.",
  EHOSTUNREACH: "The host cannot be reached.",
  ENETUNREACH: "The host's network cannot be reached.",
  ETIMEDOUT: "No connection was made in time.",
  HPE_HEADER_OVERFLOW: "The answer's headers are too long.",
};

/** Why there was no answer, in words for whoever runs the receiver. Nothing of the error's own text is repeated. */
export function describeFailure(error: unknown, { timeoutMs }: Network, signal: AbortSignal): string {
  if (error instanceof ExchangeError) return error.message;
  if (signal.aborted) return `No answer within ${timeoutMs / 1000} seconds.`;
  const code = codeOf(error);
  if (BY_CODE[code]) return BY_CODE[code];
  if (code.startsWith("HPE_")) return `The answer is not valid HTTP (${code}).`;
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)) return `The secure connection failed (${code}).`;
  return code ? `The exchange failed (${code}).` : "The exchange failed.";
}

/** A connection tried to several addresses fails with one error for each. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const code = (first as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

import { fault, type Happened } from "../../words/happened.ts";
import { ExchangeError, type Network } from "./network.ts";

const BY_CODE: Record<string, Happened> = {
  ECONNREFUSED: fault("connection_refused"),
  ECONNRESET: fault("connection_closed"),
  EPIPE: fault("connection_closed"),
  EHOSTUNREACH: fault("host_unreachable"),
  ENETUNREACH: fault("network_unreachable"),
  ETIMEDOUT: fault("no_connection"),
  HPE_HEADER_OVERFLOW: fault("headers_too_long"),
};

/** Why there was no answer, for whoever runs the receiver. Nothing of the error's own text is repeated. */
export function describeFailure(error: unknown, { timeoutMs }: Network, signal: AbortSignal): Happened {
  if (error instanceof ExchangeError) return error.fault;
  if (signal.aborted) return fault("no_answer", { seconds: timeoutMs / 1000 });
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known) return known;
  if (code.startsWith("HPE_")) return fault("not_http", { fault: code });
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)) return fault("not_secure", { fault: code });
  return code ? fault("failed:fault", { fault: code }) : fault("failed");
}

/** A connection tried to several addresses fails with one error for each. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const code = (first as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

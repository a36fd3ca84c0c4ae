/** Why the database could not do what it was asked, when that says nothing against the request: it may be repeated. */
export type DatabaseFault = "away" | "full" | "too_slow" | "conflict";

/** PostgreSQL's own codes (appendix A of its manual), whole or by class. */
const SQLSTATES: [RegExp, DatabaseFault][] = [
  [/^53100$/, "full"], // disk_full
  [/^57014$/, "too_slow"], // query_canceled: statement_timeout
  [/^55P03$/, "conflict"], // lock_not_available
  [/^40(001|P01)$/, "conflict"], // serialization_failure, deadlock_detected
  [/^08...$/, "away"], // connection exceptions
  [/^53...$/, "away"], // insufficient resources: too_many_connections, out_of_memory
  [/^57P0[1-5]$/, "away"], // it shuts down, starts or has crashed
  [/^25006$/, "away"], // read_only_sql_transaction: another server is the primary now
];

/** Prisma's codes, and those of its driver adapter, which keeps PostgreSQL's where it knows no kind of its own. */
const CODES: Record<string, DatabaseFault> = {
  P1001: "away",
  P1002: "away",
  P1008: "too_slow",
  P1011: "away",
  P1017: "away",
  P2024: "away", // no connection of the pool became free
  P2028: "too_slow", // a transaction did not begin, or end, in its time
  P2034: "conflict",
  P2037: "away",
  DatabaseNotReachable: "away",
  ConnectionClosed: "away",
  SocketTimeout: "away",
  TooManyConnections: "away",
  TransactionWriteConflict: "conflict",
};

/** Failures of a connection of ours, as Node names them; a client's that goes away names no system call. */
const SYSTEM =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver and its pool say in words alone. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end)/;

/** Deep enough for Prisma's error around its adapter's error around PostgreSQL's. */
const DEPTH = 5;

/**
 * Tells whether an error means that the database is away, full, too slow or busy with others; null for every other error.
 * @param error whatever was thrown by a query, by the pool, or around them
 */
export function databaseFault(error: unknown, depth = DEPTH): DatabaseFault | null {
  if (typeof error !== "object" || error === null || depth === 0) return null;
  const { code, originalCode, kind, cause, meta, message, errors, syscall } = error as Record<string, unknown>;
  for (const inner of [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError, ...listOf(errors)]) {
    const fault = databaseFault(inner, depth - 1); // what lies deeper says it more exactly
    if (fault) return fault;
  }
  if (typeof syscall === "string" && typeof code === "string" && SYSTEM.test(code)) return "away";
  return [code, originalCode, kind].map(byCode).find((fault) => fault !== null) ?? byWords(message, error);
}

function byCode(code: unknown): DatabaseFault | null {
  if (typeof code !== "string") return null;
  const known = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
  return known ?? SQLSTATES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

function byWords(message: unknown, error: object): DatabaseFault | null {
  return error instanceof Error && typeof message === "string" && WORDS.test(message) ? "away" : null;
}

function listOf(errors: unknown): unknown[] {
  return Array.isArray(errors) ? errors : [];
}

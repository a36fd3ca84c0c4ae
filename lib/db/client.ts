import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { statementLimit } from "./statement-limit.ts";

/** Either the client or a transaction: what every query takes first. */
export type Db = Prisma.TransactionClient;

/**
 * The address of the database: DATABASE_URL. The supervisor and the command-line tool set it for the embedded server,
 * so by the time anything queries, it is there.
 */
function databaseUrl(): string {
  const { database } = env();
  if (database.kind === "external") return database.url;
  throw new Error("No database address: start through `npm start`, or set DATABASE_URL.");
}

/** Nobody waits longer than this for a connection, whether the database does not answer or all of the pool's are at work. */
const CONNECTION_MS = 10_000;

function connect(): PrismaClient {
  const pool = { connectionString: databaseUrl(), max: 10, connectionTimeoutMillis: CONNECTION_MS };
  const statement_timeout = statementLimit() ?? undefined;
  const adapter = new PrismaPg({ ...pool, statement_timeout }, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter });
}

/**
 * Statements that begin with `-- prepared: name` are planned once for each connection: of those that an interview repeats,
 * planning takes three times as long as running. Others have no name, because their texts have no end.
 */
function statementName({ sql }: { sql: string }): string {
  return /^\s*-- prepared: (\S+)/.exec(sql)?.[1] ?? "";
}

// Hot reload makes this module anew; the connections must not pile up.
const held = globalThis as { talentflowDb?: PrismaClient };

type Open = { tx: Db; open: boolean };

/** The transaction that the running task is in. */
const current = new AsyncLocalStorage<Open>();

function client(): PrismaClient {
  held.talentflowDb ??= connect();
  return held.talentflowDb;
}

/** What to query with: the transaction that this task is in, else the one client of this process. */
export function db(): Db {
  const inside = current.getStore();
  return inside?.open ? inside.tx : client();
}

/** Runs `work` in one transaction: all of it is stored, or none. Within another transaction it becomes part of that one. */
export function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const inside = current.getStore();
  if (inside?.open) return work(inside.tx);
  return client().$transaction(
    async (tx) => {
      const state: Open = { tx, open: true };
      try {
        return await current.run(state, () => work(tx));
      } finally {
        state.open = false; // what is still running belongs to no transaction any more
      }
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
}

export async function disconnect(): Promise<void> {
  await held.talentflowDb?.$disconnect();
  held.talentflowDb = undefined;
}

import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";

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

function connect(): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl(), max: 10 }) });
}

// Hot reload makes this module anew; the connections must not pile up.
const held = globalThis as { talentflowDb?: PrismaClient };

/** The one client of this process, connected at first use. */
export function db(): PrismaClient {
  held.talentflowDb ??= connect();
  return held.talentflowDb;
}

/** Runs `work` in one transaction: all of it is stored, or none. */
export function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

export async function disconnect(): Promise<void> {
  await held.talentflowDb?.$disconnect();
  held.talentflowDb = undefined;
}

import { type Db, db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";

/** A row that something is to be done with at a moment. While it is leased, that moment is the lease's end. */
export type Due = { nextAttemptAt: Date };

export type LeasedWork<Row extends Due, Outcome, Settled> = {
  /** Outlasts the work. When a worker dies, the next one begins when this is over. */
  leaseMs: number;
  /** Moves the moment at which a row is due, if it is still the one that was read. False: somebody else has moved it. */
  take(db: Db, row: Row, until: Date): Promise<boolean>;
  /** What takes longer than a transaction may be held: a message is sent. */
  work(held: Row): Promise<Outcome>;
  /** Stores what came of it, and adds the job for what is next. */
  settle(tx: Db, held: Row, outcome: Outcome): Promise<Settled>;
};

/** The lease's end, mine or somebody else's at most; and what comes of the work, where it is mine. */
export type Lease<Outcome, Settled> =
  | { isMine: false; until: Date }
  | { isMine: true; until: Date; outcome: Promise<Outcome>; settled: Promise<Settled> };

/**
 * Does with a row what one worker at a time may do, and settles what came of it in one transaction. No lock is held meanwhile: a worker that
 * dies leaves nothing behind but the moment at which the next one begins. So it is done once or more, never less.
 */
export async function leaseAndSettle<Row extends Due, Outcome, Settled>(
  row: Row,
  { leaseMs, take, work, settle }: LeasedWork<NoInfer<Row>, Outcome, Settled>,
): Promise<Lease<Outcome, Settled>> {
  const until = new Date((await databaseNow(db())).getTime() + leaseMs);
  if (!(await take(db(), row, until))) return { isMine: false, until };
  const held = { ...row, nextAttemptAt: until };
  const outcome = work(held);
  const settled = outcome.then((found) => transaction((tx) => settle(tx, held, found)));
  settled.catch(() => {}); // told to whoever waits for it; where nobody does, the lease ends
  return { isMine: true, until, outcome, settled };
}

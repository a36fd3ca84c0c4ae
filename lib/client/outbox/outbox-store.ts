import type { OutboxEntry } from "./outbox-entry.ts";

/** An entry that is kept; null where only this page holds it, because the browser stores nothing. */
export type Kept = { entry: OutboxEntry; id: number | null };

/** Where entries wait until the server has them. */
export interface OutboxStore {
  /** Resolves once the entry is as safe as this store can make it. */
  add(entry: OutboxEntry): Promise<Kept>;
  /** What earlier pages have left, in the order in which it happened. */
  list(): Promise<Kept[]>;
  remove(kept: Kept): Promise<void>;
}

type Row = { id?: number; sessionId: string; entry: OutboxEntry; keptAt: number };

const NAME = "talentflow-answers";
const VERSION = 1;
const STORE = "entries";
const BY_SESSION = "sessionId";

/**
 * Entries of one session on the browser's disk: closing the tab or a crash loses none. A database of its own, beside the
 * recordings': a page that records under an older version of ours need not close its database for this one.
 */
export class DiskOutboxStore implements OutboxStore {
  readonly #sessionId: string;

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  async add(entry: OutboxEntry): Promise<Kept> {
    const row: Row = { sessionId: this.#sessionId, entry, keptAt: Date.now() };
    const id = await run("readwrite", (store) => store.add(row));
    return { entry, id: Number(id) };
  }

  async list(): Promise<Kept[]> {
    const rows = await run("readonly", (store): IDBRequest<Row[]> => store.index(BY_SESSION).getAll(this.#sessionId));
    return rows.map(({ entry, id }) => ({ entry, id: id ?? null }));
  }

  async remove({ id }: Kept): Promise<void> {
    if (id !== null) await run("readwrite", (store) => store.delete(id));
  }
}

/** The sessions that have anything left, and when each was last written to. */
export async function listKeptSessions(): Promise<Map<string, number>> {
  const rows = await run("readonly", (store): IDBRequest<Row[]> => store.getAll());
  return new Map(rows.map(({ sessionId, keptAt }) => [sessionId, keptAt]));
}

/** Deletes everything of a session. @returns how many answers were among it, which nobody will ever read */
export async function discardKept(sessionId: string): Promise<number> {
  const store = new DiskOutboxStore(sessionId);
  const left = await store.list();
  for (const kept of left) await store.remove(kept);
  return left.filter(({ entry }) => entry.kind === "answer").length;
}

/** Resolves when the disk has it. @throws DOMException when the browser keeps nothing, or has no space */
async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(STORE));
    return await new Promise<T>((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close(); // a write a minute: nothing is worth being held open for
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
      store.createIndex(BY_SESSION, "sessionId");
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}

import { answeredWithin } from "../answered-within.ts";
import type { PartInfo, SegmentInfo } from "./part.ts";

/** A segment that the server may not have whole, with what a later visit needs to open it again. */
export type SpooledSegment = SegmentInfo & {
  sessionId: string;
  /** How many parts it has; null while its recorder runs, or when the page went away before it could say. */
  parts: number | null;
  /** Unix milliseconds */
  touchedAt: number;
  /** When the server last said that it takes no more of it; it may be asked again later. Unix milliseconds. */
  refusedAt?: number;
};

/** A part's bytes lie in a store of their own, under the same key, so that a list of parts is quickly read. */
export type SpooledPart = Omit<PartInfo, "segment"> & { sessionId: string; clientKey: string };

const NAME = "talentflow-recordings";
const VERSION = 1;
const STORES = ["segments", "parts", "bytes"] as const;
export type SpoolStore = (typeof STORES)[number];

/** Some browsers' storage does not answer at all. A slow phone's disk takes seconds for a part. */
const ANSWER_WAIT_MS = 10_000;

let opening: Promise<IDBDatabase> | null = null;

/** @throws DOMException when the browser keeps nothing, as some do in private windows; `TimeoutError` when it does not answer */
export function openSpool(): Promise<IDBDatabase> {
  opening ??= inTime(open()).catch((error) => {
    opening = null; // the next attempt asks the browser again
    throw error;
  });
  return opening;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("segments", { keyPath: ["sessionId", "clientKey"] });
      request.result.createObjectStore("parts", { keyPath: ["sessionId", "clientKey", "seq"] });
      request.result.createObjectStore("bytes");
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const forget = () => {
        opening = null;
      };
      request.result.onclose = forget;
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      resolve(request.result);
    };
  });
}

/**
 * Writes in one transaction. Resolves when the disk has it, not only the operating system's memory.
 * @throws DOMException `QuotaExceededError` when there is no space, `TimeoutError` when the disk does not answer; it may
 *   still have been written then
 */
export async function writeSpool(write: (store: (name: SpoolStore) => IDBObjectStore) => void): Promise<void> {
  const database = await openSpool();
  const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  write((name) => transaction.objectStore(name));
  await inTime(done);
}

/** The answer of one reading request. @throws DOMException `TimeoutError` when there is none */
export async function readSpool<T>(store: SpoolStore, read: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openSpool();
  const request = read(database.transaction(store, "readonly").objectStore(store));
  return inTime(
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }),
  );
}

const inTime = <T>(work: Promise<T>): Promise<T> => answeredWithin(work, ANSWER_WAIT_MS);

/** Every key of one session: an array sorts after every text. */
export const keysOfSession = (sessionId: string) => IDBKeyRange.bound([sessionId], [sessionId, []]);

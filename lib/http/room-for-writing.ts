import { ownDatabaseFolder } from "../db/own-database.ts";
import { freeBytesOf, RESERVE_BYTES } from "../storage/free-space.ts";
import { storageFull } from "../storage/refusals.ts";

/**
 * Recordings stop at the reserve; texts, which are small, go on in its upper half. The lower half is PostgreSQL's: its log
 * grows by what jobs write, and without room for that it stops.
 */
const LEFT_TO_DATABASE_BYTES = RESERVE_BYTES / 2;
/** So short that what is written between two readings is far less than what is left. */
const READ_EVERY_MS = 100;

type Options = {
  /** Of the database, where it is on a disk of ours. */
  folder?: () => Promise<string | null>;
  freeBytes?: (folder: string) => Promise<number>;
  leaveBytes?: number;
  now?: () => number;
};

/**
 * Makes the check that every writing operation passes before its body is read. The disk is asked ten times a second at most.
 * A database of somebody else's keeps its own reserve: there only the disk that recordings are on counts, which the storage
 * looks after.
 */
export function roomForWriting({
  folder = ownDatabaseFolder,
  freeBytes = freeBytesOf,
  leaveBytes = LEFT_TO_DATABASE_BYTES,
  now = () => performance.now(),
}: Options = {}): () => Promise<void> {
  let reading: { at: number; hasRoom: Promise<boolean> } | undefined;
  const read = async () => {
    const at = await folder();
    return at === null || (await freeBytes(at)) >= leaveBytes;
  };
  /** @throws AppError `storage_full` with `retryAfterSeconds` */
  return async () => {
    if (!reading || now() - reading.at >= READ_EVERY_MS) reading = { at: now(), hasRoom: read() };
    if (!(await reading.hasRoom)) throw storageFull();
  };
}

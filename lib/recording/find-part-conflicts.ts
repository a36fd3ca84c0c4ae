import { db, transaction } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import * as upkeep from "../db/upkeep-tasks.ts";
import { storage } from "../storage/configured.ts";
import type { ListedFile, ObjectStorage } from "../storage/storage.ts";
import { parsePartKey } from "./media/recording-keys.ts";

const TASK = "find_part_conflicts";
const AT_ONCE = 1_000;

type Options = {
  store?: Pick<ObjectStorage, "list">;
  atOnce?: number;
  /** Ends it after the files that it is at; the next call goes on there. */
  signal?: AbortSignal;
};

/**
 * Gives a row to every file that an earlier version kept beside a part because it came with other bytes under the same number:
 * from then on something counts them. Looks at each file once, however often workers are stopped meanwhile; afterwards there is
 * nothing to do, because none are kept any more.
 */
export async function findPartConflicts({ store = storage(), atOnce = AT_ONCE, signal }: Options = {}): Promise<void> {
  const begunAt = await upkeep.progressOf(db(), TASK);
  if (begunAt === null) return;
  let after: string = begunAt;
  for await (const files of inBatches(store.list("parts", after || undefined), atOnce)) {
    if (signal?.aborted) return;
    const last: string = files.at(-1)?.key ?? after;
    if (!(await adopt(files, after, last))) return; // another worker is at it
    after = last;
  }
  await upkeep.finish(db(), TASK, after);
}

function adopt(files: readonly ListedFile[], from: string, to: string): Promise<boolean> {
  const stored = files.flatMap(({ key, sizeBytes }) => {
    const part = parsePartKey(key);
    return part ? [{ ...part, storageKey: key, length: sizeBytes }] : [];
  });
  return transaction(async (tx) => {
    if (!(await upkeep.advance(tx, TASK, from, to))) return false;
    await segments.adoptConflicts(tx, stored);
    return true;
  });
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

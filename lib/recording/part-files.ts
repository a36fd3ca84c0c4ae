import type * as segments from "../db/segments.ts";
import { storage } from "../storage/configured.ts";

/** A day of parts of a second each. Whoever claims more is not recording an interview. */
const MOST_PARTS = 86_400;

export type StoredSegment = Awaited<ReturnType<typeof segments.listWithParts>>[number];

/** Lends the local file of every part, null for those that never came. */
export function withPartFiles<T>(
  stored: readonly StoredSegment[],
  use: (files: (string | null)[][]) => Promise<T>,
): Promise<T> {
  const keys = stored.flatMap(({ parts }) => parts.map((part) => part.storageKey));
  return storage().withLocalFiles(keys, (paths) => {
    const pathOf = new Map(keys.map((key, index) => [key, paths[index] ?? null]));
    return use(stored.map((segment) => inSequence(segment, pathOf)));
  });
}

/** As many places as the client said there are parts, or as have come. */
function inSequence({ parts, closedParts }: StoredSegment, pathOf: Map<string, string | null>): (string | null)[] {
  const count = Math.min(MOST_PARTS, Math.max(closedParts ?? 0, (parts.at(-1)?.seq ?? -1) + 1));
  const files: (string | null)[] = Array(count).fill(null);
  for (const { seq, storageKey } of parts) if (seq < count) files[seq] = pathOf.get(storageKey) ?? null;
  return files;
}

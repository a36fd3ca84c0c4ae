import type * as segments from "../db/segments.ts";
import { storage } from "../storage/configured.ts";
import type { MediaSize } from "./media/media-limits.ts";
import type { PartFiles } from "./media/parts-source.ts";

export type StoredSegment = Awaited<ReturnType<typeof segments.listWithParts>>[number];

/** Lends the local file of every part, in order, with the number of those that never came between them. */
export function withPartFiles<T>(
  stored: readonly StoredSegment[],
  use: (files: PartFiles[]) => Promise<T>,
): Promise<T> {
  const keys = stored.flatMap(({ parts }) => parts.map((part) => part.storageKey));
  return storage().withLocalFiles(keys, (paths) => {
    const pathOf = new Map(keys.map((key, index) => [key, paths[index] ?? null]));
    return use(stored.map((segment) => inSequence(segment, pathOf)));
  });
}

/** What there is to read. */
export function sizeOf(stored: readonly StoredSegment[]): MediaSize {
  const parts = stored.flatMap((segment) => segment.parts);
  return { bytes: parts.reduce((sum, { length }) => sum + length, 0), files: parts.length };
}

/** As many places as the client said there are parts, or as have come. */
function inSequence({ parts, closedParts }: StoredSegment, pathOf: ReadonlyMap<string, string | null>): PartFiles {
  const places: (string | number)[] = [];
  let next = 0;
  for (const { seq, storageKey } of parts) {
    if (seq > next) places.push(seq - next);
    places.push(pathOf.get(storageKey) ?? 1);
    next = seq + 1;
  }
  if (closedParts !== null && closedParts > next) places.push(closedParts - next);
  return places;
}

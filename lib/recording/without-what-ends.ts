import { endedReader } from "./media/join-error.ts";
import type { LeftOut } from "./media/join-segments.ts";

/** Who sends more segments that end their reader wants to keep us busy. */
const MOST_TRIES = 4;

/**
 * Reads a recording in a process of its own, again without a segment over which that process had to be ended: the others are read, and its
 * parts stay where they are.
 *
 * @param count how many segments there are
 * @throws what `read` throws; JoinError also when its limits were reached again and again: trying later is of no use
 */
export async function withoutWhatEnds<T>(count: number, read: (without: LeftOut[]) => Promise<T>): Promise<T> {
  const without: LeftOut[] = [];
  for (let tries = 1; ; tries++) {
    try {
      return await read(without);
    } catch (error) {
      if (!endedReader(error) || error.segment === null || tries === MOST_TRIES) throw error;
      const { segment, code } = error;
      without.push({ segment, code: code === "limit_reached" ? code : "reader_ended" });
      if (without.length === count) throw error; // there is no other
    }
  }
}

import { setImmediate } from "node:timers/promises";
import type { Cell } from "./columns.ts";

/** A text this long is a turn's work by itself. */
const LARGE_CELL_CHARACTERS = 500_000;

/**
 * The cells of a row in order, with a pause before what takes long to write: nobody else waits for a whole row that holds a session of
 * thousands of questions.
 */
export async function* cellByCell(row: readonly Cell[]): AsyncGenerator<Cell> {
  for (const cell of row) {
    if (typeof cell === "string" && cell.length > LARGE_CELL_CHARACTERS) await setImmediate();
    yield cell;
  }
}

/** Whether a row is better written cell by cell. */
export function isLarge(row: readonly Cell[]): boolean {
  return row.some((cell) => typeof cell === "string" && cell.length > LARGE_CELL_CHARACTERS);
}

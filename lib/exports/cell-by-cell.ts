import { setImmediate } from "node:timers/promises";
import type { Cell } from "./columns.ts";

/** A text this long is a turn's work by itself. */
const LARGE_CELL_CHARACTERS = 500_000;

const isLarge = (cell: Cell) => typeof cell === "string" && cell.length > LARGE_CELL_CHARACTERS;

/** The only row of a page that is better written cell by cell; null for any other page. */
export function largeRowOf([first, ...others]: Cell[][]): Cell[] | null {
  return first && others.length === 0 && first.some(isLarge) ? first : null;
}

/**
 * The cells of a row in order, with a pause before what takes long to write: nobody else waits for a whole row that holds a session of
 * thousands of questions.
 */
export async function* cellByCell(row: readonly Cell[]): AsyncGenerator<Cell> {
  for (const cell of row) {
    if (isLarge(cell)) await setImmediate();
    yield cell;
  }
}

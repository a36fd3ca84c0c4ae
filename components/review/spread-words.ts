import { OFFLINE_METHOD, SANDBOX_METHOD } from "./words.ts";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export function countWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

type Readings = {
  /** Of the scorer; null: not known. */
  method: string | null;
  /** How often each answer was read. */
  readings: number;
  /** Standard deviation over the readings, in points of 100; null: not known. */
  spread: number | null;
};

/** How far readings of the same answer lie apart: `Three readings, ± 4.0`. The rubric has nothing to vary. */
export function spreadWords({ method, readings, spread }: Readings): string {
  if (method === OFFLINE_METHOD || method === SANDBOX_METHOD) return "The same every time";
  if (readings <= 1 || spread === null) return "One reading";
  const said = capital(`${countWord(readings)} readings`);
  return spread < 0.05 ? `${said}, all the same` : `${said}, ± ${spread.toFixed(1)}`;
}

/**
 * From where to where a category goes over the questions that say something about it: `42–71 over three questions`.
 * Null when none does.
 */
export function rangeWords(levels: readonly (number | null)[]): string | null {
  const known = levels.filter((level) => level !== null).map(Math.round);
  if (known.length === 0) return null;
  if (known.length === 1) return "from one question";
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const over = `over ${countWord(known.length)} questions`;
  return low === high ? `${low} ${over}` : `${low}–${high} ${over}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

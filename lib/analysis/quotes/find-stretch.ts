import { type Folded, foldedWords, isWordCharacter } from "./fold.ts";
import { nearestStretch } from "./nearest-stretch.ts";

/** Offsets in the original text; `edits`: characters by which it differs from what was looked for. */
export type Stretch = { start: number; end: number; edits: number };

const LEAST_FUZZY_WORDS = 4;
const MOST_EDITS_SHARE = 0.1;

/** Where a folded quote stands in a text: to the character first, then with small slips. Whole words; null when nowhere. */
export function findStretch(text: Folded, quote: string): Stretch | null {
  return findExact(text, quote) ?? findNear(text, quote);
}

function findExact(text: Folded, quote: string): Stretch | null {
  for (let from = text.text.indexOf(quote); from !== -1; from = text.text.indexOf(quote, from + 1)) {
    const to = from + quote.length;
    if (isWhole(text.text, from, to)) return inOriginal(text, from, to, 0);
  }
  return null;
}

function findNear(text: Folded, quote: string): Stretch | null {
  if (foldedWords(quote).length < LEAST_FUZZY_WORDS) return null;
  const most = Math.floor(quote.length * MOST_EDITS_SHARE);
  const near = most === 0 ? null : nearestStretch(text.text, quote, most);
  if (near === null) return null;
  const { from, to } = toWholeWords(text.text, near.from, near.to);
  return saysTheSame(text.text.slice(from, to), quote) ? inOriginal(text, from, to, near.edits) : null;
}

function isWhole(text: string, from: number, to: number): boolean {
  const cutBefore = isWordCharacter(text[from - 1]) && isWordCharacter(text[from]);
  const cutAfter = isWordCharacter(text[to - 1]) && isWordCharacter(text[to]);
  return !hasSpaces(text.slice(from, to)) || !(cutBefore || cutAfter);
}

/** Without spaces words have no ends to respect. */
function hasSpaces(text: string): boolean {
  return text.includes(" ");
}

function toWholeWords(text: string, from: number, to: number): { from: number; to: number } {
  let [first, last] = [from, to];
  while (first < last && !isWordCharacter(text[first])) first++;
  while (last > first && !isWordCharacter(text[last - 1])) last--;
  if (!hasSpaces(text.slice(first, last))) return { from: first, to: last };
  while (first > 0 && isWordCharacter(text[first - 1])) first--;
  while (last < text.length && isWordCharacter(text[last])) last++;
  return { from: first, to: last };
}

const NEGATION =
  /^(?:no|not|never|none|nothing|nobody|without|neither|nor|cannot)$|n't$|^(?:dont|didnt|wasnt|isnt|cant|wont|doesnt|havent|couldnt|wouldnt)$/;

/** A slip of the pen may not turn 4 into 40, nor "did" into "did not": what was concluded from it would be another thing. */
function saysTheSame(stretch: string, quote: string): boolean {
  const [there, claimed] = [stretch, quote].map((text) => {
    const words = foldedWords(text);
    const numbers = words.filter((word) => /\p{N}/u.test(word));
    return [...numbers, words.filter((word) => NEGATION.test(word)).length].join(" ");
  });
  return there === claimed;
}

function inOriginal(text: Folded, from: number, to: number, edits: number): Stretch {
  return { start: text.start[from] ?? 0, end: text.end[to - 1] ?? 0, edits };
}

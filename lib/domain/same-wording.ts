/*
 * Whether two texts say the same in words that were only corrected. It is asked before what was found out about one of them is believed of
 * the other, so in doubt they differ.
 */

/**
 * English words that come and go when a sentence is put right, and leave what is asked as it is. No words of negation, number, time,
 * cause or condition are among them.
 */
const SMALL = new Set(
  (
    "a an the of to in on at for is are was were be been being do does did have has had that this it its you your please " +
    "would could can will as"
  ).split(" "),
);

/** From so many letters on one or two wrong ones are a misspelling; in shorter words they are another word (`test`, `text`). */
const ONE_LETTER_FROM = 5;
const TWO_LETTERS_FROM = 8;

/**
 * Case, punctuation, spaces and small words may differ, and longer words by a letter or two (`recieve`, `organise`), in Latin letters
 * only and never the first. Every other word, every number and their order are the same. What it cannot tell from a misspelling is another
 * word as near as that, such as `contact` and `contract`.
 */
export function isSameWording(before: string, after: string): boolean {
  const [was, is] = [contentWords(before), contentWords(after)];
  return was.length === is.length && was.every((word, at) => isSameWord(word, is[at] ?? ""));
}

function contentWords(text: string): string[] {
  const words = text.normalize("NFKC").toLowerCase().replace(/’/g, "'").match(WORD) ?? [];
  return words.filter((word) => !SMALL.has(word));
}

/** Signs that change what a number or a name is (`-5`, `C++`, `C#`, `.NET`, `50 %`) belong to it. */
const WORD = /[-+.]?[\p{L}\p{M}\p{N}]+(?:['.][\p{L}\p{M}\p{N}]+)*[+#%]*|[%€$£<>=]/gu;

const LATIN = /^\p{Script=Latin}+$/u;

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (!LATIN.test(a) || !LATIN.test(b) || a[0] !== b[0] || length < ONE_LETTER_FROM) return false;
  return editDistance(a, b) <= (length < TWO_LETTERS_FROM ? 1 : 2);
}

/** Letters put in, left out, exchanged, or swapped with their neighbour (optimal string alignment, Damerau 1964). */
function editDistance(a: string, b: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isOther = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + isOther,
        isSwapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}

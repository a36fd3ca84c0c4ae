/* Words as they are compared: written by different hands they differ in marks, capitals and figures, and mean the same. */

const UNITS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const FIGURES = new Map([
  ...UNITS.map((name, value) => [name, value] as const),
  ...TENS.map((name, at) => [name, (at + 2) * 10] as const),
]);
const SHORT: Record<string, string> = { mister: "mr", missus: "mrs", doctor: "dr", saint: "st" };
const FILLERS = new Set(["hmm", "mm", "mhm", "mmm", "uh", "um", "er", "erm"]);
const EXPANDED: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, "will not"],
  [/\bcan't\b/g, "can not"],
  [/n't\b/g, " not"],
  [/'re\b/g, " are"],
  [/'ve\b/g, " have"],
  [/'ll\b/g, " will"],
  [/'m\b/g, " am"],
];

/**
 * What Whisper's English normaliser does (openai/whisper, normalizers/english.py), as far as it matters here: lower case, no marks, no
 * brackets, no fillers, short forms in full, titles in short, numbers up to 99 in figures, percent in full.
 */
export function plainWords(text: string): string[] {
  let plain = text
    .toLowerCase()
    .replace(/[[(][^\])]*[\])]/g, " ")
    .replace(/[’`]/g, "'")
    .replace(/%/g, " percent ");
  for (const [pattern, full] of EXPANDED) plain = plain.replace(pattern, full);
  const words = plain.replace(/'s\b/g, "s").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return inFigures(words.filter((word) => !FILLERS.has(word)).map((word) => SHORT[word] ?? word));
}

function inFigures(words: readonly string[]): string[] {
  const written: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = "", next = ""] = [words[at], words[at + 1]];
    const [value, units] = [FIGURES.get(word), FIGURES.get(next)];
    const isJoined = value !== undefined && value >= 20 && units !== undefined && units > 0 && units < 10;
    written.push(value === undefined ? word : String(value + (isJoined ? units : 0)));
    if (isJoined) at++;
  }
  return written;
}

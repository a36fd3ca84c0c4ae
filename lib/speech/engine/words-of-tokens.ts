import type { Recognised, Token } from "./recogniser.ts";

/** A word as it is written, with the marks behind it, in seconds. */
export type Word = {
  word: string;
  start: number;
  end: number;
  /** Absent where the model says nothing of its tokens: none is made up. */
  probability?: number;
};

const MARKS_ALONE = /^[^\p{L}\p{N}]+$/u;

/**
 * The words of a piece. Empty where the model times no tokens.
 *
 * A word's probability is the mean of its tokens', as Whisper's own `words[].probability` of an endpoint is
 * (openai/whisper, timing.py): so both are read on one scale. Marks do not count: a doubtful comma is no doubtful word.
 */
export function wordsOf({ text, tokens }: Recognised): Word[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (last && !/^\s/u.test(token.text)) last.push(token);
    else groups.push([token]);
  }
  const timed = groups.flatMap((group) => wordOf(group) ?? []);
  // Letters outside ASCII may be cut apart by tokens: the text has them whole.
  const written = text.split(/\s+/u).filter((word) => word !== "");
  return timed.map((word, at) =>
    written.length === timed.length ? { ...word, word: written[at] ?? word.word } : word,
  );
}

function wordOf(tokens: readonly Token[]): Word | null {
  const word = tokens
    .map(({ text }) => text)
    .join("")
    .trim();
  const spoken = tokens.filter(({ text }) => !MARKS_ALONE.test(text.trim()));
  const [first, last] = [spoken[0] ?? tokens[0], spoken.at(-1) ?? tokens.at(-1)];
  if (word === "" || !first || !last) return null;
  const known = spoken.flatMap(({ logprob }) => (logprob === undefined ? [] : [Math.exp(Math.min(0, logprob))]));
  const probability = known.reduce((sum, one) => sum + one, 0) / known.length;
  return { word, start: first.start, end: last.end, ...(known.length === 0 ? {} : { probability }) };
}

import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { dropInvented, textOf } from "./drop-invented.ts";
import type { Piece } from "./pieces.ts";
import type { Recogniser } from "./recogniser.ts";
import { sentencesWhereSpoken, wordsWhereSpoken } from "./where-spoken.ts";
import { type Word, wordsOf } from "./words-of-tokens.ts";

/** Sentences that were heard together. */
export type WrittenSegment = { text: string; start: number; end: number; avg_logprob?: number };

/** What was heard in a piece, with its times in the whole. */
export type Written = { text: string; language: string | null; words: Word[]; segments: WrittenSegment[] };

/** Hears a piece, and leaves out what nobody said. */
export function writeDown(piece: Piece, recognise: Recogniser): Written {
  const offset = piece.from / SAMPLE_RATE;
  const inWhole = <T extends { start: number; end: number }>(one: T): T => {
    const start = Math.max(0, one.start + offset);
    return { ...one, start, end: Math.max(start, one.end + offset) };
  };
  const recognised = recognise(piece.samples);
  const { language, tokens, segments } = recognised;
  const words = dropInvented(wordsWhereSpoken(wordsOf(recognised).map(inWhole), piece.speech));
  const [first, last] = [words[0], words.at(-1)];
  if (first && last) {
    const text = textOf(words);
    const segment = { text, start: first.start, end: last.end, ...meanLogprob(tokens) };
    return { text, language, words, segments: [segment] };
  }
  if (tokens.length > 0) return { text: "", language, words, segments: [] };
  const timed = segments.length > 0 ? segments : [{ text: recognised.text, ...whole(piece) }];
  const spoken = sentencesWhereSpoken(timed.map(inWhole), piece.speech).flatMap((segment) => {
    const text = textOf(dropInvented(segment.text.split(/\s+/u).map((word) => ({ word }))));
    return text === "" ? [] : [{ ...segment, text }];
  });
  return { text: spoken.map(({ text }) => text).join(" "), language, words, segments: spoken };
}

/** In seconds of itself. */
const whole = ({ samples }: Piece) => ({ start: 0, end: samples.length / SAMPLE_RATE });

function meanLogprob(tokens: readonly { logprob?: number }[]): { avg_logprob?: number } {
  const known = tokens.flatMap(({ logprob }) => (logprob === undefined ? [] : [Math.min(0, logprob)]));
  return known.length === 0 ? {} : { avg_logprob: known.reduce((sum, one) => sum + one, 0) / known.length };
}

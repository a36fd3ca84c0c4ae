import { LISTEN } from "../../domain/sound-signs.ts";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { compressionRatio } from "./compression-ratio.ts";
import { dropInvented, textOf } from "./drop-invented.ts";
import { missedSpeech, stretchesOf } from "./missed-speech.ts";
import { type Piece, partOf } from "./pieces.ts";
import type { Recognised, Recogniser, Token } from "./recogniser.ts";
import type { Span } from "./voice-activity.ts";
import { sentencesWhereSpoken, wordsWhereSpoken } from "./where-spoken.ts";
import { type Word, wordsOf } from "./words-of-tokens.ts";

/** Sentences that were heard together. */
export type WrittenSegment = { text: string; start: number; end: number; avg_logprob?: number };

/** What was heard in a piece, with its times in the whole. */
export type Written = { text: string; language: string | null; words: Word[]; segments: WrittenSegment[] };

/**
 * Hears a piece, and leaves out what nobody said. A model that lost the thread, as Whisper does now and then behind a pause, has passed over
 * speech or goes round in circles: then what it passed over is heard by itself, and each stretch between two breaths too, and what is best
 * of it counts.
 */
export function writeDown(piece: Piece, recognise: Recogniser): Written {
  const whole = hear(piece, recognise);
  const { language, tokens } = whole.recognised;
  if (whole.words.length === 0) return tokens.length > 0 ? nothing(language) : bySentences(piece, whole.recognised);
  const heard = doubtOf([whole], piece) > 0 ? heardAgain(whole, piece, recognise) : [whole];
  const words = heard.flatMap((part) => part.words).toSorted((a, b) => a.start - b.start);
  const text = textOf(words);
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const all = heard.flatMap(({ recognised }) => recognised.tokens);
  return { text, language, words, segments: [{ text, start, end, ...meanLogprob(all) }] };
}

type Part = { recognised: Recognised; words: Word[] };

/** Of equals the one that has heard more at once. */
function heardAgain(whole: Part, piece: Piece, recognise: Recogniser): Part[] {
  const byItself = (span: Span) => hear(partOf(piece, span), recognise);
  const tries: Part[][] = [[whole]];
  const missed = missedSpeech(whole.words, piece.speech);
  if (missed.length > 0) tries.push([whole, ...missed.map(byItself)]);
  const stretches = stretchesOf(piece.speech);
  if (stretches.length > 1) tries.push(stretches.map(byItself));
  return tries.reduce((best, each) => (doubtOf(each, piece) < doubtOf(best, piece) ? each : best));
}

/** In samples: how much of what is said has no word; all of it where the words go round in circles. 0: none. */
function doubtOf(parts: readonly Part[], { speech }: Piece): number {
  const words = parts.flatMap((part) => part.words).toSorted((a, b) => a.start - b.start);
  const ratio = compressionRatio(textOf(words)) ?? 0;
  return lengthOf(ratio > LISTEN.mostCompression ? speech : missedSpeech(words, speech));
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);

const nothing = (language: string | null): Written => ({ text: "", language, words: [], segments: [] });

function hear(piece: Piece, recognise: Recogniser): Part {
  const recognised = recognise(piece.samples);
  const words = wordsOf(recognised).map((word) => inWhole(word, piece));
  return { recognised, words: dropInvented(wordsWhereSpoken(words, piece.speech)) };
}

/** Of a model that times nothing smaller. */
function bySentences(piece: Piece, { text, language, segments }: Recognised): Written {
  const timed = segments.length > 0 ? segments : [{ text, start: 0, end: piece.samples.length / SAMPLE_RATE }];
  const whole = timed.map((segment) => inWhole(segment, piece));
  const spoken = sentencesWhereSpoken(whole, piece.speech).flatMap((segment) => {
    const said = textOf(dropInvented(segment.text.split(/\s+/u).map((word) => ({ word }))));
    return said === "" ? [] : [{ ...segment, text: said }];
  });
  return { text: spoken.map((segment) => segment.text).join(" "), language, words: [], segments: spoken };
}

function inWhole<T extends { start: number; end: number }>(one: T, { from }: Piece): T {
  const offset = from / SAMPLE_RATE;
  const start = Math.max(0, one.start + offset);
  return { ...one, start, end: Math.max(start, one.end + offset) };
}

function meanLogprob(tokens: readonly Token[]): { avg_logprob?: number } {
  const known = tokens.flatMap(({ logprob }) => (logprob === undefined ? [] : [Math.min(0, logprob)]));
  return known.length === 0 ? {} : { avg_logprob: known.reduce((sum, one) => sum + one, 0) / known.length };
}

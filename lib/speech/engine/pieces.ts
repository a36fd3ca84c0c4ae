import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { quietestNear } from "./quietest.ts";
import { SampleWindow } from "./sample-window.ts";
import { type Span, voiceActivity } from "./voice-activity.ts";

/** Some sound in which somebody speaks, for a recogniser. */
export type Piece = {
  /** Number of its first sample in the whole; may lie before the beginning, where silence was put before it. */
  from: number;
  samples: Float32Array;
  /** Where in the whole somebody speaks in it. */
  speech: Span[];
};

/**
 * Recognisers hear 30 s at most, and their memory grows with the length. Sentences that follow each other are heard together, because what
 * was said before helps to understand; a longer silence helps nobody.
 */
const LONGEST = 28 * SAMPLE_RATE;
const LONGEST_SILENCE = 1.5 * SAMPLE_RATE;
/** Kept on both sides: a word begins softly. */
const MARGIN = 0.2 * SAMPLE_RATE;
/** Some encoders crash when there is less (sherpa-onnx's subsampling needs a few frames). */
const SHORTEST = 1 * SAMPLE_RATE;
/** Whoever speaks for so long without any silence is cut where it is quietest. */
const ENDLESS = 60 * SAMPLE_RATE;

/** Cuts a stream of samples at 16 kHz into pieces in which somebody speaks. @param hear is given each as soon as it is known */
export function cutPieces(hear: (piece: Piece) => void) {
  const window = new SampleWindow();
  const voices = voiceActivity();
  let open: Span[] = [];
  let quietUntil = 0; // where the last span ended, or somebody last was silent

  function close(): void {
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return;
    hear(pieceOf(window, open, first.from, last.to));
    open = [];
  }

  function add(span: Span): void {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last && (span.to - first.from > LONGEST || span.from - last.to > LONGEST_SILENCE)) close();
    open.push(span);
  }

  function take(spans: readonly Span[]): void {
    for (const span of spans) {
      for (const part of splitLong(span, window)) add(part);
      quietUntil = span.to;
    }
  }

  return {
    push(samples: Float32Array): void {
      window.push(samples);
      take(voices.push(samples));
      if (!voices.isSpeaking()) {
        quietUntil = window.end;
        const last = open.at(-1);
        if (last && window.end - last.to > LONGEST_SILENCE + SAMPLE_RATE) close();
      } else if (window.end - quietUntil > ENDLESS) take(voices.flush());
      window.forgetBefore(Math.min(open[0]?.from ?? quietUntil, quietUntil) - 2 * SAMPLE_RATE);
    },
    end(): void {
      take(voices.flush());
      close();
    },
  };
}

function pieceOf(window: SampleWindow, speech: Span[], from: number, to: number): Piece {
  const missing = Math.max(0, SHORTEST - (to - from + 2 * MARGIN));
  const start = from - MARGIN;
  return { from: start, samples: window.slice(start, to + MARGIN + missing), speech };
}

/** A part of a piece, as a piece. */
export function partOf({ from, samples }: Piece, span: Span): Piece {
  const window = new SampleWindow();
  window.push(samples);
  const { from: start, ...part } = pieceOf(window, [span], span.from - from, span.to - from);
  return { ...part, from: start + from };
}

/** The span itself, or the parts of one that is too long, cut where it is quietest. */
function splitLong(span: Span, window: SampleWindow): Span[] {
  const parts: Span[] = [];
  let { from } = span;
  while (span.to - from > LONGEST) {
    const at = quietestNear(window, from + LONGEST / 2, from + LONGEST);
    parts.push({ from, to: at });
    from = at;
  }
  return [...parts, { from, to: span.to }];
}

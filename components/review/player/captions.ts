import type { ReviewAnswer, ReviewQuestion, SaidPart } from "../../../lib/contract/review.ts";
import { sentencesOf } from "../../../lib/domain/said-sentences.ts";
import { catalogue } from "../../../lib/words/catalogue.ts";
import { player } from "../../../lib/words/en/review/player.ts";
import type { Locale } from "../../../lib/words/locale.ts";

const sentences = catalogue({ en: player });

/** How long a question stays at least, when no spoken answer takes its place. */
const QUESTION_SECONDS = 6;
/** What a cue may hold without hiding the picture. */
const CUE_CHARS = 90;

/** Shorter, nobody reads it. */
const LEAST_SECONDS = 0.7;

type Cue = { start: number; end: number; text: string };

/**
 * What was said as captions (WebVTT); what was only written is none. Where the words of an answer have times, they stand when they are
 * said; elsewhere they are spread evenly over its length: close enough to follow, and called approximate.
 *
 * @param file of which they are; 1 is the recording, 2 and on are those beside it
 */
export function captionsOf(questions: readonly ReviewQuestion[], file: number, locale: Locale): string {
  const say = sentences.in(locale);
  const inThis = (one: { media_offset_seconds: number | null; media_file: number } | null) =>
    one?.media_file === file ? one.media_offset_seconds : null;
  const cues = questions.flatMap((one) => {
    const { text, answer } = one;
    const [asked, begins] = [inThis(one), inThis(answer)];
    const spoken = begins === null || !answer ? [] : cuesOf(answer, begins);
    if (asked === null) return spoken;
    const end = begins !== null && spoken.length > 0 ? begins : Math.max(asked + QUESTION_SECONDS, begins ?? 0);
    return [{ start: asked, end, text: say("question_cue", { text }) }, ...spoken];
  });
  const blocks = cues
    .filter(({ start, end }) => end > start)
    .map(({ start, end, text }) => `${stamp(start)} --> ${stamp(end)}\n${asText(text)}`);
  return ["WEBVTT", ...blocks].join("\n\n");
}

function cuesOf({ said, spoken_text: text, duration_seconds: length }: ReviewAnswer, begins: number): Cue[] {
  const timed = said.length > 0 ? whenSaid(said) : [];
  return timed.length > 0 ? timed : spread(text ?? "", begins, length ?? 0);
}

/** Lines of words that are said together, each for as long as they are. Words without a time stand with those around them. */
function whenSaid(said: readonly SaidPart[]): Cue[] {
  return sentencesOf(said).flatMap(({ words }) => {
    const lines = wrap(words.map(({ text }) => text).join(" "));
    let at = 0;
    return lines.flatMap((text) => {
      const inLine = words.slice(at, at + text.split(/\s+/).length);
      at += inLine.length;
      const start = inLine.find((word) => word.start !== null)?.start ?? null;
      const end = inLine.findLast((word) => word.end !== null)?.end ?? null;
      return start === null || end === null ? [] : [{ start, end: Math.max(end, start + LEAST_SECONDS), text }];
    });
  });
}

function spread(text: string, begins: number, length: number): Cue[] {
  const lines = length > 0 ? wrap(text) : [];
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  let at = begins;
  return lines.map((line) => {
    const start = at;
    at += (length * line.length) / total;
    return { start, end: at, text: line };
  });
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < CUE_CHARS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function stamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

function asText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

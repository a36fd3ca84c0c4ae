import { FUNCTION_WORDS } from "../text/stop-words.ts";
import type { HeardWord } from "./heard-words.ts";

/** A plausible transcript: the text, and which words of the given one stand otherwise in it. */
export type Hearing = { text: string; changed: number[] };

/**
 * Of a hundred errors. Recognisers of conversation substitute most, drop less and insert least (as in Goldwater, Jurafsky and Manning 2010,
 * Speech Communication 52); the round numbers are a choice.
 */
const OF_100 = { substituted: 60, dropped: 30, inserted: 10 };
/** The commonest words come in for others; so does what the same speaker says elsewhere. */
const FREQUENT = [...FUNCTION_WORDS];
const FROM_SAME_ANSWER = 1 / 2;

/**
 * One way in which an answer could as well have been heard.
 * @param rate share of the words that are wrong where nothing is known of the single word, 0–1
 * @param random numbers from 0 up to below 1
 */
export function mishear(words: readonly HeardWord[], rate: number, random: () => number): Hearing {
  const changed: number[] = [];
  const pieces = words.flatMap(({ written, confidence }, at) => {
    const chance = confidence === null ? rate : 1 - confidence;
    if (random() >= chance) return [written];
    changed.push(at);
    const kind = random() * 100;
    if (kind < OF_100.substituted) return [withCore(written, () => otherWord(words, random))];
    if (kind < OF_100.substituted + OF_100.dropped) return [withCore(written, () => "")];
    return [written, otherWord(words, random)];
  });
  return { text: pieces.filter(Boolean).join(" "), changed };
}

function otherWord(words: readonly HeardWord[], random: () => number): string {
  const own = random() < FROM_SAME_ANSWER;
  const at = random();
  if (own) return coreOf(words[Math.floor(at * words.length)]?.written ?? "");
  return FREQUENT[Math.floor(at * FREQUENT.length)] ?? "";
}

const CORE = /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u;

/** The word itself; marks around it stay where they are, because they are set by the sense of what is around. */
function withCore(written: string, replace: () => string): string {
  return written.replace(CORE, replace);
}

function coreOf(written: string): string {
  return CORE.exec(written)?.[0] ?? "";
}

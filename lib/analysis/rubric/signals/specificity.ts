import type { Sentence } from "../../text/sentences.ts";
import { firstPersonActions } from "./actions.ts";
import { saturate } from "./saturate.ts";
import { selfPraiseIn } from "./self-praise.ts";

export type Specificity = {
  value: number;
  numbers: number;
  names: string[];
  actions: number;
  hedges: number;
  claims: number;
};

const NUMBER_WORD =
  /^(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|twice|percent)$/;
const HEDGE =
  /\b(?:maybe|i guess|i suppose|sort of|kind of|probably|and stuff|or something|or whatever|whatever|somehow|i'?m not (?:really )?sure|i don'?t (?:really )?know|not sure|etc|and so on|things like that|i can'?t remember|some kind)\b/gi;
const ENOUGH_SPECIFICS = 7;
const BEND = 1.2;

/**
 * Numbers, names and the speaker's own actions, against hedging and praise of oneself. Counts, not densities: a longer
 * way of saying the same changes nothing.
 */
export function specificity(sentences: readonly Sentence[]): Specificity {
  const numbers = sentences.reduce((sum, sentence) => sum + numbersIn(sentence), 0);
  const names = [...new Set(sentences.flatMap(namesIn))];
  const actions = sentences.reduce((sum, sentence) => sum + firstPersonActions(sentence), 0);
  const hedges = sentences.reduce((sum, sentence) => sum + (sentence.text.match(HEDGE)?.length ?? 0), 0);
  const claims = sentences.reduce((sum, sentence) => sum + selfPraiseIn(sentence), 0);
  const specifics = Math.min(5, numbers) + Math.min(4, names.length) + Math.min(4, actions);
  const soft = hedges + claims;
  const firmness = 1 - (0.6 * soft) / (soft + specifics + 1);
  return { value: saturate(specifics / ENOUGH_SPECIFICS, BEND) * firmness, numbers, names, actions, hedges, claims };
}

/** Numbers said in a sentence; one that opens it is the number of a list. */
export function numbersIn({ words }: Sentence): number {
  return words.filter((word, at) => (at > 0 && /^\p{N}/u.test(word.plain)) || NUMBER_WORD.test(word.plain)).length;
}

/** Tools, products, places and acronyms: capitals inside a sentence, letters mixed with digits, `C++`. Neighbours are one name. */
export function namesIn({ words, text, start }: Sentence): string[] {
  const names: string[] = [];
  let open = false;
  for (const [at, word] of words.entries()) {
    const written = text.slice(word.start - start, word.end - start);
    const name = isName(written) && word.kind !== "function" && (at > 0 || /^\p{Lu}{2}|[+#\d]/u.test(written));
    if (name && !open) names.push(word.plain);
    open = name;
  }
  return names;
}

function isName(written: string): boolean {
  return /^\p{Lu}/u.test(written) || /^\p{L}+[\d+#]/u.test(written);
}

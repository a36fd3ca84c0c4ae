import { typeWeights } from "../../domain/question-weights.ts";
import { CATEGORIES, type Category } from "../../domain/scoring.ts";
import type { Evidence } from "../scorer.ts";
import type { Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import type { Findings } from "./findings.ts";
import { listed } from "./listed.ts";
import { firstPersonActions } from "./signals/actions.ts";
import { idealCoverage } from "./signals/ideal-coverage.ts";
import { reasoningIn } from "./signals/reasoning.ts";
import { findStoryParts } from "./signals/story-parts.ts";
import { termCoverage } from "./signals/term-coverage.ts";
import { valuesShown } from "./signals/values.ts";

const LONGEST_QUOTE = 200;
/** From here a sentence makes a point of the ideal answer recognisably. */
const CLOSE_TO_IDEAL = 0.5;

/** What one quote shows for a category, and how strongly; null when it shows nothing. */
type Reader = (quote: Sentence) => { note: string; strength: number } | null;

/**
 * One quote of the answer for each category that it shows, character for character, the categories that the question asks for most
 * first; no sentence twice while there is another. The note is read from the quote itself, so it never promises what was cut off.
 */
export function pickEvidence(type: string, findings: Findings, expected: Expectations): Evidence[] {
  const quotes = findings.sentences.map(quotable).filter((quote) => quote !== null);
  const readers = readersFor(expected, quotes);
  const order = byWeight(type);
  const taken = new Set<Sentence>();
  const evidence: Evidence[] = [];
  for (const category of order) {
    const free = quotes.filter((quote) => !taken.has(quote));
    const best = strongest(free, readers[category]) ?? strongest(quotes, readers[category]);
    if (best === null) continue;
    taken.add(best.quote);
    evidence.push({ quote: best.quote.text, category, note: best.note });
  }
  const [category] = order;
  const near = strongest(quotes, aboutTheSubject(expected));
  if (evidence.length > 0 || near === null || category === undefined) return evidence;
  return [{ quote: near.quote.text, category, note: near.note }];
}

/** All four; what the question does not ask for comes last. */
function byWeight(type: string): Category[] {
  const weights = typeWeights(type);
  return [...CATEGORIES].sort((a, b) => weights[b] - weights[a]);
}

/** The least that a score can rest on: a sentence about what was asked. */
function aboutTheSubject({ subject, topics }: Expectations): Reader {
  const wanted = new Set([...subject, ...topics.flatMap((topic) => [...topic])]);
  return (quote) => {
    const strength = contentStems(quote.words).intersection(wanted).size;
    return strength > 0 ? { note: "Is about what was asked.", strength } : null;
  };
}

function strongest(quotes: readonly Sentence[], read: Reader): { quote: Sentence; note: string } | null {
  let best: { quote: Sentence; note: string; strength: number } | null = null;
  for (const quote of quotes) {
    const shown = read(quote);
    if (shown !== null && shown.strength > (best?.strength ?? 0)) best = { quote, ...shown };
  }
  return best;
}

function readersFor(expected: Expectations, quotes: readonly Sentence[]): Record<Category, Reader> {
  const ideal = idealCoverage(quotes, expected);
  const made = new Map(quotes.map((quote, at) => [quote, ideal?.made[at] ?? 0]));
  return {
    technical(quote) {
      const named = termCoverage([quote], expected.terms)?.named ?? [];
      if (named.length > 0) return { note: `Names ${listed(named)}.`, strength: named.length };
      const strength = made.get(quote) ?? 0;
      return strength >= CLOSE_TO_IDEAL ? { note: "Makes a point of the ideal answer.", strength } : null;
    },
    problem_solving(quote) {
      const cues = reasoningIn(quote);
      return cues.length > 0 ? { note: `${capital(listed(cues))}.`, strength: cues.length } : null;
    },
    cultural_fit(quote) {
      const { shown } = valuesShown([quote], expected.values);
      return shown.length > 0 ? { note: `Shows ${listed(shown)} in something done.`, strength: shown.length } : null;
    },
    communication(quote) {
      const parts = findStoryParts([quote]);
      const told = (["situation", "task", "result"] as const).filter((part) => parts[part] !== null);
      if (told.length > 0) return { note: `Tells the ${listed(told)}.`, strength: told.length };
      return firstPersonActions(quote) > 0 ? { note: "Says what the speaker did.", strength: 0.5 } : null;
    },
  };
}

/** The sentence, or as many of its first words as a quote may have; null when not even one fits. */
function quotable(sentence: Sentence): Sentence | null {
  if (sentence.text.length <= LONGEST_QUOTE) return sentence;
  const words = sentence.words.filter((word) => word.end - sentence.start <= LONGEST_QUOTE);
  const last = words.at(-1);
  if (last === undefined) return null;
  return { ...sentence, end: last.end, words, text: sentence.text.slice(0, last.end - sentence.start) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

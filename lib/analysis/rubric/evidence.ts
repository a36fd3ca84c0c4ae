import { CRITERIA, type Criterion } from "../../domain/criteria.ts";
import { typeWeights } from "../../domain/question-weights.ts";
import type { Evidence } from "../scorer.ts";
import type { Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import type { Findings } from "./findings.ts";
import { idealCoverage } from "./signals/ideal-coverage.ts";
import { type Shown, SIGNS } from "./signs.ts";

const LONGEST_QUOTE = 200;

type Reader = (quote: Sentence) => Shown;

/**
 * One quote of the answer for each category that it shows, character for character, the categories that the question asks for most
 * first; no sentence twice while there is another. The note is read from the quote itself, so it never promises what was cut off.
 */
export function pickEvidence(type: string, findings: Findings, expected: Expectations): Evidence[] {
  const quotes = findings.sentences.map(quotable).filter((quote) => quote !== null);
  const against = { expected, made: idealPointsOf(quotes, expected) };
  const order = byWeight(type);
  const taken = new Set<Sentence>();
  const evidence: Evidence[] = [];
  for (const category of order) {
    const free = quotes.filter((quote) => !taken.has(quote));
    const read: Reader = (quote) => SIGNS[category].shownBy(quote, against);
    const best = strongest(free, read) ?? strongest(quotes, read);
    if (best === null) continue;
    taken.add(best.quote);
    evidence.push({ quote: best.quote.text, category, note: best.note });
  }
  const [category] = order;
  const near = strongest(quotes, aboutTheSubject(expected));
  if (evidence.length > 0 || near === null || category === undefined) return evidence;
  return [{ quote: near.quote.text, category, note: near.note }];
}

/** All of them; what the question does not ask for comes last. */
function byWeight(type: string): Criterion[] {
  const weights = typeWeights(type);
  return [...CRITERIA].sort((a, b) => weights[b] - weights[a]);
}

function idealPointsOf(quotes: readonly Sentence[], expected: Expectations): (quote: Sentence) => number {
  const ideal = idealCoverage(quotes, expected);
  const made = new Map(quotes.map((quote, at) => [quote, ideal?.made[at] ?? 0]));
  return (quote) => made.get(quote) ?? 0;
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

/** The sentence, or as many of its first words as a quote may have; null when not even one fits. */
function quotable(sentence: Sentence): Sentence | null {
  if (sentence.text.length <= LONGEST_QUOTE) return sentence;
  const words = sentence.words.filter((word) => word.end - sentence.start <= LONGEST_QUOTE);
  const last = words.at(-1);
  if (last === undefined) return null;
  return { ...sentence, end: last.end, words, text: sentence.text.slice(0, last.end - sentence.start) };
}

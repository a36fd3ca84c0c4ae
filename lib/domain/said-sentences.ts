/** A word, or a sentence where only those have times. Seconds; null: nobody knows when it was said. */
export type SaidWord = { text: string; start: number | null; end: number | null };

/** Words that are played together. */
export type SaidSentence = { words: SaidWord[]; start: number | null };

/** Recognisers do not always write marks: whoever breathes this long begins anew. */
const PAUSE_SECONDS = 0.9;
const MOST_WORDS = 30;

/** What was said in stretches that can be found and played: a sentence each, or what is said between two breaths. */
export function sentencesOf(words: readonly SaidWord[]): SaidSentence[] {
  const sentences: SaidWord[][] = [];
  let current: SaidWord[] = [];
  for (const word of words) {
    if (current.length > 0 && beginsAnew(current, word)) {
      sentences.push(current);
      current = [];
    }
    current.push(word);
  }
  if (current.length > 0) sentences.push(current);
  return sentences.map((each) => ({ words: each, start: each.find(({ start }) => start !== null)?.start ?? null }));
}

function beginsAnew(current: readonly SaidWord[], next: SaidWord): boolean {
  const last = current.at(-1);
  if (current.length >= MOST_WORDS || /[.!?…。！？]["'”’)]*$/u.test(last?.text ?? "")) return true;
  return last?.end != null && next.start !== null && next.start - last.end >= PAUSE_SECONDS;
}

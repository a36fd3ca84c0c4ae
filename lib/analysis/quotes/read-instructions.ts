import { isInstruction } from "../text/injection.ts";
import { readSentences, type Sentence } from "../text/sentences.ts";

/** Pieces that may make one instruction together: it can be spread over lines, and endless speech is cut anywhere. */
const MOST_PIECES = 5;

/** The sentences of an answer that speak to the scorer instead of answering, in order. */
export function readInstructions(answer: string): Sentence[] {
  return markInstructions(readSentences(answer)).flatMap(({ sentence, isLeftOut }) => (isLeftOut ? [sentence] : []));
}

/** Says of each sentence whether it, alone or with the pieces that go on where it breaks off, speaks to the scorer. */
export function markInstructions(sentences: readonly Sentence[]): { sentence: Sentence; isLeftOut: boolean }[] {
  const leftOut = new Set<number>();
  for (const [at, sentence] of sentences.entries()) {
    let joined = sentence.text;
    let to = at;
    while (!isInstruction(joined) && to < at + MOST_PIECES && breaksOff(sentences[to]) && sentences[to + 1]) {
      to++;
      joined += ` ${sentences[to]?.text}`;
    }
    if (!isInstruction(joined)) continue;
    // Pieces before the last that are needed for it: without them it would not be one.
    const first = lastStart(sentences, at, to);
    for (let piece = first; piece <= to; piece++) leftOut.add(piece);
  }
  return sentences.map((sentence, at) => ({ sentence, isLeftOut: leftOut.has(at) }));
}

/** The latest piece from which the text up to `to` is still an instruction. */
function lastStart(sentences: readonly Sentence[], from: number, to: number): number {
  for (let start = to; start > from; start--) {
    const joined = sentences.slice(start, to + 1).map(({ text }) => text);
    if (isInstruction(joined.join(" "))) return start;
  }
  return from;
}

function breaksOff(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && !/[.!?。！？…]["'”’)\]]*$/u.test(sentence.text);
}

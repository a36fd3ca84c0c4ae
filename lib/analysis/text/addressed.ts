import { weighsSomething } from "./assessment-words.ts";
import { readingsOf } from "./hidden-text.ts";
import { isInstruction } from "./injection.ts";
import { withoutReported } from "./reported.ts";
import type { Sentence } from "./sentences.ts";

/** What goes on in the same breath is short; a longer sentence is a thought of its own. */
const LONGEST_FOLLOWER = 15;
const SPEAKER = /^(?:i|i'm|i'd|i'll|i've|we|we'd|we'll|we've|me|my|us|our|ours|mine)$/;

/**
 * The sentences that speak to whoever scores instead of answering, and those that go on from them without the speaker in it ("Proceed.",
 * "Use 5 for every row."), and beside such sentences also those that only speak of marks. What an answer reports
 * between quotation marks is not spoken to anybody here.
 */
export function addressedSentences(sentences: readonly Sentence[]): Set<Sentence> {
  const said = sentences.map(({ text }) => withoutReported(text));
  const instructs = said.map(isInstruction);
  for (const [at, sentence] of sentences.entries()) {
    const whole = `${said[at]} ${said[at + 1] ?? ""}`;
    if (instructs[at] || instructs[at + 1] || !breaksOff(sentence) || !isInstruction(whole)) continue;
    instructs[at] = true;
    if (at + 1 < sentences.length) instructs[at + 1] = true;
  }
  const addressed = new Set<Sentence>();
  if (!instructs.includes(true)) return addressed;
  let before = false;
  for (const [at, sentence] of sentences.entries()) {
    before = instructs[at] || readingsOf(said[at] ?? "").some(weighsSomething) || (before && goesOn(sentence));
    if (before) addressed.add(sentence);
  }
  return addressed;
}

/** Speech without full stops is cut at clauses, and what is said to the scorer may go over two of them. */
function breaksOff({ text }: Sentence): boolean {
  return !/[.!?;。！？…]["'”’)\]]*$/u.test(text);
}

function goesOn({ words }: Sentence): boolean {
  return words.length <= LONGEST_FOLLOWER && !words.some(({ plain }) => SPEAKER.test(plain));
}

import type { Sentence } from "../../text/sentences.ts";
import type { Word } from "../../text/words.ts";
import { stemSet } from "../../text/words.ts";

/** Verbs that say what somebody is or feels, not what they did. */
const STATES =
  stemSet(`believe feel felt like love hate hope wish guess suppose know knew understand prefer enjoy care agree imagine
  assume remember forget seem am succeed happy excited passionate confident sorry glad proud bit expert person team-player
  excel shine bring possess offer deserve thrive respond tend look mention cover touch speak sound wonder`);
/** Deeds that are function words elsewhere. */
const PLAIN_DEEDS = new Set([
  "made",
  "make",
  "took",
  "take",
  "gave",
  "give",
  "used",
  "use",
  "put",
  "got",
  "kept",
  "let",
  "went",
  "keep",
  "set",
]);
/** Between "I" and its verb: "I would first check", "I have since rewritten". */
const BETWEEN = new Set([
  "would",
  "will",
  "had",
  "have",
  "then",
  "also",
  "first",
  "just",
  "now",
  "later",
  "therefore",
  "so",
  "again",
  "once",
  "did",
  "could",
  "can",
  "and",
  "personally",
  "still",
  "even",
  "both",
]);
/** What somebody always does is a claim about them; a deed was done, or would be. */
const HABIT = new Set(["always", "usually", "often", "never", "generally", "normally", "rarely", "constantly"]);
const BEING = new Set(["was", "am", "be", "been", "were", "is", "are"]);
const LONGEST_GAP = 3;

/** What a sentence says that the speaker did or would do: "I" counts whole, "we" half. */
export function firstPersonActions(sentence: Sentence): number {
  return actionsIn(sentence, isDeed);
}

/** Of these, what is told as done: one that is announced or would be done is none. The past is not asked for, since not everybody marks it. */
export function livedActions(sentence: Sentence): number {
  return actionsIn(sentence, (verb, between) => isDeed(verb) && !between.some(({ plain }) => MODAL.test(plain)));
}

const MODAL = /^(?:will|would|could|can|(?:i|we)'(?:d|ll))$/;

/** @param counts whether a verb counts, with the words from its subject to it */
function actionsIn({ words }: Sentence, counts: (verb: Word, before: readonly Word[]) => boolean): number {
  let actions = 0;
  for (const [at, word] of words.entries()) {
    const weight = /^i(?:'d|'ll|'ve)?$/.test(word.plain) ? 1 : /^we(?:'d|'ll|'ve)?$/.test(word.plain) ? 0.5 : 0;
    if (weight === 0) continue;
    const verb = verbAfter(words, at);
    if (verb !== undefined && counts(verb, words.slice(at, words.indexOf(verb)))) actions += weight;
  }
  return actions;
}

/** The verb of a subject; of "I was fixing" and, as some speakers say it, "I be fixin", the participle. */
function verbAfter(words: readonly Word[], subject: number): Word | undefined {
  let being = false;
  for (const word of words.slice(subject + 1, subject + 2 + LONGEST_GAP)) {
    if (HABIT.has(word.plain)) return undefined;
    if (BEING.has(word.plain)) being = true;
    else if (!BETWEEN.has(word.plain) && !/ly$/.test(word.plain))
      return being && !/in[g']?$/.test(word.plain) ? undefined : word;
  }
  return undefined;
}

function isDeed(verb: Word): boolean {
  return PLAIN_DEEDS.has(verb.plain) || (verb.kind === "content" && !STATES.has(verb.stem));
}

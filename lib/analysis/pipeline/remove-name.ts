import { isParticle, type NameWordKind, nameWordKind } from "./name-words.ts";
import { type Replaced, replaceStretches, type Stretch } from "./replace-stretches.ts";

/** What a scorer reads instead of the candidate's name. Capitalised, as a name is; and no family of words holds it. */
export const NAMELESS = "Interviewee";

type Word = { start: number; end: number; written: string; folded: string };

const LETTERS = /\p{L}[\p{L}\p{M}]*/gu;
/** Between two words of one name: `Ada Lovelace`, `Jean-Luc`, `O’Brien`, `Ada M. Lovelace`. */
const JOINED = /^(?:[\s\-–'’]{1,2}|\. ?)$/;
/** Who speaks says who they are; what follows with a capital is a name, also one nobody told us. */
const INTRODUCED =
  /\b(?:my (?:full |first |last )?name(?: is|['’]s)|i go by|(?:just |please |people |everyone )call me)\s+$/i;
/** Weaker: `I'm Grace` is a name, `I'm happy` is not, so it counts for known names only. */
const SAID_TO_BE = /(?:\b(?:i am|i['’]m|this is|it['’]s)|\b(?:hi|hello|hey|dear|thanks|thank you),?)\s+$/i;
const SENTENCE_START = /(?:^|[.!?…:]["”’)]*\s*|[\n"“(]\s*)$/;
/** `Will, look` and `Will’s idea`: nobody begins a sentence so with a verb. */
const ADDRESSED = /^(?:,|['’]s\b)/;
const LOOK_BACK = 40;
const MOST_INTRODUCED = 3;

/**
 * Takes a candidate's name out of a text: first, last and middle names and the e-mail address's local part, as whole words, in any
 * case, with or without marks and hyphens; and any capitalised name after "my name is". A whole name becomes one word, so that
 * two candidates who say the same are read the same.
 *
 * Names that are words too (`Will`, `Grace`, `May`; and whatever the question is about, such as `Ruby`) go only where they
 * clearly name somebody. Not found: nicknames nobody told us, other spellings, and the names of other people.
 * @param about texts whose words an answer may need for what they mean: the question, its keywords, its ideal answer
 */
export function removeName(text: string, candidate: { name: string; email: string } | null, about: string[]): Replaced {
  const words = wordsOf(text);
  const known = knownWords(candidate?.name ?? "", about);
  const stretches = [...introducedNames(text, words, known), ...knownNames(text, words, known)];
  return replaceStretches(text, [...stretches, ...addresses(text, candidate?.email ?? "", about)], NAMELESS);
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(LETTERS), ({ 0: written, index }) => {
    return { start: index, end: index + written.length, written, folded: fold(written) };
  });
}

function fold(written: string): string {
  return written.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a name, and those that a hyphen or an apostrophe separates also written as one. */
function knownWords(name: string, about: string[]): Map<string, NameWordKind> {
  const vocabulary = new Set(about.flatMap((text) => wordsOf(text).map((word) => word.folded)));
  const spoken = name.split(/[\s,.()]+/).flatMap((part) => {
    const pieces = wordsOf(part).map((word) => word.folded);
    return pieces.length > 1 ? [...pieces, pieces.join("")] : pieces;
  });
  return new Map(spoken.map((word) => [word, nameWordKind(word, vocabulary)]));
}

/** Runs of words of the name that name somebody where they stand, and those by which a speaker who said their name calls themselves again. */
function knownNames(text: string, words: readonly Word[], known: ReadonlyMap<string, NameWordKind>): Stretch[] {
  const runs: Word[][] = [];
  for (let at = 0; at < words.length; at++) {
    const run = runFrom(text, words, at, known);
    if (run.length === 0) continue;
    runs.push(run);
    at += run.length - 1;
  }
  const names = new Set(runs.filter((run) => namesSomebody(text, run, known)));
  const said = new Set([...names].flatMap((run) => run.map(({ folded }) => folded)));
  return runs
    .filter((run) => names.has(run) || callsAgain(text, run, said))
    .map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
}

/** Between commas, as nobody puts a month or a place alone: "It hangs there, Charlotte, since June." */
function callsAgain(text: string, [word, ...others]: readonly Word[], said: ReadonlySet<string>): boolean {
  if (word === undefined || others.length > 0 || !said.has(word.folded) || !isCapital(word)) return false;
  return (
    /,\s*$/.test(text.slice(Math.max(0, word.start - LOOK_BACK), word.start)) &&
    /^\s*[,.;!?]/.test(text.slice(word.end))
  );
}

/** Words of the name that stand together. An ordinary word joins only with a capital: `Sarah will fix it`. */
function runFrom(text: string, words: readonly Word[], from: number, known: ReadonlyMap<string, NameWordKind>): Word[] {
  const run: Word[] = [];
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    const kind = word && known.get(word.folded);
    const before = run.at(-1);
    if (word === undefined || kind === undefined || (before && !JOINED.test(text.slice(before.end, word.start)))) break;
    if (kind !== "always" && !isCapital(word) && !(before && isParticle(word.folded))) break;
    run.push(word);
  }
  while (run.length > 1 && !isCapital(run.at(-1) as Word) && isParticle(run.at(-1)?.folded ?? "")) run.pop();
  return run;
}

function namesSomebody(text: string, run: readonly Word[], known: ReadonlyMap<string, NameWordKind>): boolean {
  const kinds = run.map((word) => known.get(word.folded));
  if (kinds.includes("always")) return true;
  const [first] = run;
  if (first === undefined) return false;
  if (run.filter(({ folded }) => !isParticle(folded)).length > 1) return true;
  if (isParticle(first.folded) && run.length === 1) return false;
  const before = text.slice(Math.max(0, first.start - LOOK_BACK), first.start);
  if (INTRODUCED.test(before) || SAID_TO_BE.test(before)) return true;
  const last = run.at(-1) ?? first;
  return (
    kinds.includes("capital") && (!SENTENCE_START.test(before) || ADDRESSED.test(text.slice(last.end, last.end + 3)))
  );
}

function introducedNames(text: string, words: readonly Word[], known: ReadonlyMap<string, NameWordKind>): Stretch[] {
  return words.flatMap((word, at) => {
    if (!isCapital(word) || !INTRODUCED.test(text.slice(Math.max(0, word.start - LOOK_BACK), word.start))) return [];
    let last = word;
    for (const next of words.slice(at + 1, at + MOST_INTRODUCED)) {
      const beside = /^[ \-'’]$/.test(text.slice(last.end, next.start));
      if (!beside || !(isCapital(next) || known.get(next.folded) === "always") || next.folded === "i") break;
      last = next;
    }
    return [{ start: word.start, end: last.end }];
  });
}

/** `Will` and `M`, not `will`; `WILL` is shouted, not a name. */
function isCapital({ written }: Word): boolean {
  return /^\p{Lu}(?:$|.*\p{Ll})/u.test(written) || /^\p{Lo}/u.test(written);
}

const LEAST_LOCAL_PART = 4;

/** The candidate's e-mail address, and its local part where it stands alone and is no word of the question's. */
function addresses(text: string, email: string, about: string[]): Stretch[] {
  const [local = ""] = email.split("@");
  const letters = wordsOf(local).map((word) => word.folded);
  const vocabulary = new Set(about.flatMap((each) => wordsOf(each).map((word) => word.folded)));
  const telling =
    local.length >= LEAST_LOCAL_PART && !letters.every((word) => nameWordKind(word, vocabulary) !== "always");
  const sought = [email, ...(telling ? [local] : [])].filter((each) => each !== "").map(escapePattern);
  if (sought.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${sought.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

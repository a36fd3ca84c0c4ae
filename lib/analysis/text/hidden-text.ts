import { DIGIT_LETTERS, ENCODED, INVISIBLE, MIXED_SCRIPTS, SPELT, TAGS } from "./disguises.ts";

/** Cyrillic and Greek letters that look like Latin ones, in words that have Latin ones beside them; and digits that stand for letters. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs("асԁеһіјӏорԛѕтухАВЕНІЈКМОРЅТХУ", "acdehijlopqstyxABEHIJKMOPSTXY"),
  ...pairs("αεικνορτυχΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "aeiknoptuxABEHIKMNOPTXYZ"),
]);
const DIGITS: ReadonlyMap<string, string> = new Map(pairs("013457", "oieast"));
/** In one word that mixes them it is a name or a version; in several it is a disguise. */
const LEAST_DISGUISED = 3;

/** What is decoded reads as text. */
const READABLE = /^[\p{L}\p{N}\p{P}\s]{8,}$/u;

/**
 * A sentence in every way it could be meant to be read: as it looks (lower case, one form of each letter, without invisible
 * characters), and with what is written in invisible characters, letter by letter, or in base64.
 */
export function readingsOf(sentence: string): string[] {
  const hidden = [
    ...[...sentence.matchAll(TAGS.pattern)].map(([tags]) => fromTags(tags)),
    ...[...sentence.matchAll(ENCODED.pattern)].map(([code]) => fromBase64(code)),
  ];
  const seen = sentence.normalize("NFKC").replace(INVISIBLE.pattern, "");
  const spelt = seen.replace(SPELT.pattern, joinLetters);
  const undisguised = [
    undisguise(seen, MIXED_SCRIPTS.pattern, LOOKALIKES),
    undisguise(seen, DIGIT_LETTERS.pattern, DIGITS),
  ];
  const others = [spelt, ...undisguised].filter((text) => text !== seen);
  return [seen, ...others, ...hidden].map((text) => text.replace(/\s+/g, " ").toLowerCase());
}

function pairs(from: string, to: string): [string, string][] {
  const letters = [...to];
  return [...from].map((letter, at) => [letter, letters[at] ?? letter]);
}

/** Each letter as the one it stands for, once enough words are disguised so; also in words that are wholly of the other script. */
function undisguise(text: string, words: RegExp, letters: ReadonlyMap<string, string>): string {
  if ((text.match(words)?.length ?? 0) < LEAST_DISGUISED) return text;
  return [...text].map((letter) => letters.get(letter) ?? letter).join("");
}

function fromTags(tags: string): string {
  return [...tags].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - 0xe0000)).join("");
}

function fromBase64(code: string): string {
  const text = Buffer.from(code, "base64").toString("utf8");
  return READABLE.test(text) ? text : "";
}

/** Wider gaps part the words. */
function joinLetters(spelt: string): string {
  return spelt
    .split(/ {2,}/)
    .map((word) => word.replaceAll(" ", ""))
    .join(" ");
}

/** Characters that nobody sees and that would hide an instruction from a reader and from the patterns. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/gu;
/** The invisible twins of ASCII, that were made for language tags: whole sentences can be written in them. */
const TAGS = /[\u{e0020}-\u{e007e}]+/gu;
/** Letters one by one; speech spells names and acronyms, which are shorter. */
const SPELT =
  /(?<![\p{L}\p{N}])\p{L}(?: \p{L}){7,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{L}(?: {1,3}\p{L}){11,}(?![\p{L}\p{N}])/gu;
/** Nobody says so long a word with digits and capitals inside. */
const ENCODED = /(?<![\w+/])(?=[\w+/]*\d)(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])[A-Za-z0-9+/]{20,2000}={0,2}(?![\w+/])/g;
/** Cyrillic and Greek letters that look like Latin ones, in words that have Latin ones beside them; and digits that stand for letters. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs("асԁеһіјӏорԛѕтухАВЕНІЈКМОРЅТХУ", "acdehijlopqstyxABEHIJKMOPSTXY"),
  ...pairs("αεικνορτυχΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "aeiknoptuxABEHIKMNOPTXYZ"),
]);
const DIGITS: ReadonlyMap<string, string> = new Map(pairs("013457", "oieast"));
// From the beginning of a word on: a long word is looked through once, not once for each of its letters.
const MIXED_SCRIPTS =
  /(?<![\p{L}\p{M}])[\p{L}\p{M}]*(?:\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin})[\p{L}\p{M}]*/gu;
const DIGIT_LETTERS = /(?<![\w])(?=\w*[a-z])\w*[013457]\w*/gi;
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
    ...[...sentence.matchAll(TAGS)].map(([tags]) => fromTags(tags)),
    ...[...sentence.matchAll(ENCODED)].map(([code]) => fromBase64(code)),
  ];
  const seen = sentence.normalize("NFKC").replace(INVISIBLE, "");
  const spelt = seen.replace(SPELT, joinLetters);
  const undisguised = [undisguise(seen, MIXED_SCRIPTS, LOOKALIKES), undisguise(seen, DIGIT_LETTERS, DIGITS)];
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

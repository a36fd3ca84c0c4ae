const STRANGE: Record<string, string> = {
  ...{ a: "á", b: "ƀ", c: "ç", d: "đ", e: "é", f: "ƒ", g: "ğ", h: "ĥ", i: "í", j: "ĵ", k: "ķ", l: "ĺ", m: "ɱ" },
  ...{ n: "ñ", o: "ó", p: "þ", q: "ɋ", r: "ŕ", s: "š", t: "ţ", u: "ú", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž" },
  ...{ A: "Á", B: "Ɓ", C: "Ç", D: "Đ", E: "É", F: "Ƒ", G: "Ğ", H: "Ĥ", I: "Í", J: "Ĵ", K: "Ķ", L: "Ĺ", M: "Ḿ" },
  ...{ N: "Ñ", O: "Ó", P: "Þ", Q: "Ɋ", R: "Ŕ", S: "Š", T: "Ţ", U: "Ú", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž" },
};
const VOWEL = /[aeiouAEIOU]/;
/** Translations are up to so much longer than English (W3C, “Text size in translation”). */
const LONGER = 1.4;
/** Tells what comes from a catalogue from what does not. */
const [OPEN, CLOSE] = ["⟦", "⟧"];

/**
 * English made strange: each letter accented, the whole between brackets and 40 % longer. ICU arguments, their options, quoted stretches
 * and tags stay as they are.
 */
export function pseudo(message: string): string {
  if (message === "") return "";
  const { text, read, written } = strange(message, 0);
  const missing = Math.ceil(read * LONGER) - written - OPEN.length - CLOSE.length;
  return `${OPEN}${text}${"·".repeat(Math.max(0, missing))}${CLOSE}`;
}

/** `read` and `written`: how many characters of plain text; `end`: the place of the brace that closes it, or the end. */
type Strange = { text: string; read: number; written: number; end: number };

const TAG = /^<\/?[A-Za-z][\w-]*\s*\/?>/;
const QUOTED = /^'[{}<>#|](?:[^']|'')*'?/;
const SIMPLE = /^\{[^{}]*\}/;
/** The head of an argument that chooses between texts: `{count, plural, `. */
const CHOICE = /^\{[^{},]+,\s*(?:plural|select|selectordinal)\s*,\s*/;
/** What names one of them: `offset:1 =1 {`. */
const OPTION = /^(?:offset:\d+\s*)?\s*[^\s{}]+\s*\{/;

function strange(message: string, from: number): Strange {
  const done: Strange = { text: "", read: 0, written: 0, end: from };
  while (done.end < message.length && message[done.end] !== "}") {
    const rest = message.slice(done.end);
    const kept = (QUOTED.exec(rest) ?? TAG.exec(rest) ?? SIMPLE.exec(rest))?.[0];
    if (kept !== undefined) add(done, kept, done.end + kept.length, 0, 0);
    else if (rest.startsWith("{")) addChoice(done, message);
    else addLetter(done, rest);
  }
  return done;
}

function addLetter(done: Strange, rest: string): void {
  const letter = rest.startsWith("''") ? "''" : (rest[0] ?? "");
  const accented = STRANGE[letter] ?? letter;
  const text = VOWEL.test(letter) ? accented.repeat(2) : accented;
  add(done, text, done.end + letter.length, letter.length, text.length);
}

/** Each text of a choice is made strange on its own; the longest is the one that counts. */
function addChoice(done: Strange, message: string): void {
  const head = CHOICE.exec(message.slice(done.end))?.[0];
  if (head === undefined) throw new Error(`This is not ICU syntax: ${message}`);
  let longest = { read: 0, written: 0 };
  add(done, head, done.end + head.length, 0, 0);
  for (;;) {
    const option = OPTION.exec(message.slice(done.end))?.[0];
    if (option === undefined) break;
    const inner = strange(message, done.end + option.length);
    add(done, `${option}${inner.text}}`, inner.end + 1, 0, 0);
    if (inner.read > longest.read) longest = inner;
  }
  const tail = /^\s*\}/.exec(message.slice(done.end))?.[0];
  if (tail === undefined) throw new Error(`A choice is not closed: ${message}`);
  add(done, tail, done.end + tail.length, longest.read, longest.written);
}

function add(done: Strange, text: string, end: number, read: number, written: number): void {
  done.text += text;
  done.end = end;
  done.read += read;
  done.written += written;
}

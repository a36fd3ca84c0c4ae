/** Deeper than any answer that was asked for. */
const DEEPEST = 64;

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

export type JsonEnd = { end: number; complete: boolean; hasKey: boolean; repeatsKey: boolean };

/**
 * Where the JSON object or list that begins at `start` ends.
 *
 * `complete`: `end` is the index after its last character. Otherwise `end` is where it stopped being JSON, and for a text that never
 * ends where that text begins. `hasKey`: it got as far as an object's first key, so that it was meant to be JSON. `repeatsKey`: an object
 * in it says one key twice, of which parsers keep one or the other.
 * @see https://www.rfc-editor.org/rfc/rfc8259 (§4: names within an object should be unique)
 */
export function endOfJson(text: string, start: number): JsonEnd {
  const open: ("}" | "]")[] = [];
  const keys: Set<string>[] = []; // of each open object
  let at = start;
  let hasKey = false;
  let repeatsKey = false;
  let expects: "value" | "key" | "after" | "value_or_end" | "key_or_end" = "value";

  do {
    at = afterSpace(text, at);
    const char = text[at];
    if (char === open.at(-1) && expects !== "value" && expects !== "key") {
      at++;
      if (open.pop() === "}") keys.pop();
      expects = "after";
    } else if (expects === "after") {
      if (char !== ",") break;
      at++;
      expects = open.at(-1) === "}" ? "key" : "value";
    } else if (expects === "key" || expects === "key_or_end") {
      const end = afterString(text, at);
      if (end === at) break;
      const key = keyOf(text.slice(at, end));
      at = afterSpace(text, end);
      if (text[at] !== ":") break;
      at++;
      hasKey = true;
      repeatsKey ||= keys.at(-1)?.has(key) === true;
      keys.at(-1)?.add(key);
      expects = "value";
    } else if (char === "{" || char === "[") {
      if (open.length === DEEPEST) break;
      at++;
      open.push(char === "{" ? "}" : "]");
      if (char === "{") keys.push(new Set());
      expects = char === "{" ? "key_or_end" : "value_or_end";
    } else {
      const end = char === '"' ? afterString(text, at) : afterScalar(text, at);
      if (end === at) break;
      at = end;
      expects = "after";
    }
  } while (open.length > 0);
  return { end: at, complete: open.length === 0, hasKey, repeatsKey };
}

/** By what it means: `"\u0061"` and `"a"` are one key. */
function keyOf(quoted: string): string {
  return quoted.includes("\\") ? JSON.parse(quoted) : quoted.slice(1, -1);
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at++;
  return at;
}

/** `from` where no number, true, false or null begins. */
function afterScalar(text: string, from: number): number {
  SCALAR.lastIndex = from;
  return SCALAR.test(text) ? SCALAR.lastIndex : from;
}

/** `from` where no text begins, or one that breaks a rule or never ends. By hand: an expression would need a stack as deep as the text. */
function afterString(text: string, from: number): number {
  if (text[from] !== '"') return from;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return from;
    if (code !== 0x5c) continue;
    at++;
    if (text[at] === "u") {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) return from;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(text[at] ?? " ")) return from;
  }
  return from;
}

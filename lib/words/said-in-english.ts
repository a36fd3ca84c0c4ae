import type { Params } from "./catalogue.ts";

export type SaidInEnglish<Key extends string> = { key: Key; params: Params };

/**
 * Which of the sentences somebody said, and what stood in its places; null for none of them. For what comes to a page as English words
 * alone. A sentence with a plural or a choice within a choice is never known again.
 */
export function saidInEnglish<Key extends string>(
  sentences: Partial<Record<Key, string>>,
  said: string,
): SaidInEnglish<Key> | null {
  for (const key of Object.keys(sentences) as Key[]) {
    const params = placesIn(sentences[key] ?? "", said);
    if (params) return { key, params };
  }
  return null;
}

/** `{seconds}` or `{kind, select, one {a part} other {all}}`: a name, and what there is to choose from. */
const PLACE = /\{(\w+)(?:, select, ((?:\w+ \{[^{}]*\} ?)+))?\}/g;
const OPTION = /(\w+) \{([^{}]*)\}/g;

function placesIn(sentence: string, said: string): Params | null {
  const places = [...sentence.matchAll(PLACE)].map(([, name = "", options]) => ({ name, options: optionsOf(options) }));
  let index = 0;
  const pieces = sentence.split(/(\{\w+(?:, select, (?:\w+ \{[^{}]*\} ?)+)?\})/).map((piece, at) => {
    if (at % 2 === 0) return literal(piece);
    const { options } = places[index++] ?? {};
    return options ? `(${[...options.keys()].map(literal).join("|")})` : "([^]+?)";
  });
  const found = new RegExp(`^${pieces.join("")}$`).exec(said);
  if (!found) return null;
  return Object.fromEntries(
    places.map(({ name, options }, at) => [name, options?.get(found[at + 1] ?? "") ?? found[at + 1] ?? ""]),
  );
}

/** What each choice reads as, and which it is. */
function optionsOf(options: string | undefined): Map<string, string> | null {
  if (options === undefined) return null;
  return new Map([...options.matchAll(OPTION)].map(([, option = "", text = ""]) => [text, option]));
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

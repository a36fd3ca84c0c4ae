import { endOfJson } from "./scan-json.ts";
import { storable } from "./storable.ts";

/**
 * The one JSON object (or, without any, the one list) in what a model wrote: alone, in a fence, after its thoughts, or amid prose.
 *
 * Rather nothing than a guess, as a candidate may have dictated JSON, and a model may quote it. So it is undefined where two differ, and where
 * an object began and went wrong: what stands whole behind that may have been a part of it. What stands before a `</think>` is thought
 * and does not count. Time is linear in the length of the text.
 */
export function extractJson(text: string): unknown {
  const objects = new Only();
  const lists = new Only();
  for (let at = afterThoughts(text); at < text.length; ) {
    const char = text[at];
    if (char === "<" && text.startsWith(THOUGHTS_END, at)) {
      // models whose first words were put into their mouths show the end of their thoughts alone
      objects.forget();
      lists.forget();
    }
    if (char !== "{" && char !== "[") {
      at++;
      continue;
    }
    const { end, complete, hasKey } = endOfJson(text, at);
    if (complete) (char === "{" ? objects : lists).add(text.slice(at, end));
    else if (hasKey) return undefined;
    at = Math.max(end, at + 1);
  }
  return objects.isEmpty ? lists.value : objects.value;
}

const THOUGHTS_END = "</think>";

function afterThoughts(text: string): number {
  if (!text.trimStart().startsWith("<think>")) return 0;
  const end = text.indexOf(THOUGHTS_END);
  return end < 0 ? text.length : end + THOUGHTS_END.length;
}

/** One value, however often it is said; none when two differ. */
class Only {
  #said: string | undefined;
  #differ = false;
  #value: unknown;
  get isEmpty(): boolean {
    return this.#said === undefined;
  }
  get value(): unknown {
    return this.#differ ? undefined : this.#value;
  }
  add(json: string): void {
    const value: unknown = JSON.parse(json, (_, leaf) => (typeof leaf === "string" ? storable(leaf) : leaf));
    const said = JSON.stringify(value);
    this.#differ ||= this.#said !== undefined && this.#said !== said;
    this.#said ??= said;
    this.#value ??= value;
  }
  forget(): void {
    this.#said = undefined;
    this.#differ = false;
    this.#value = undefined;
  }
}

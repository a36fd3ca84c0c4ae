import { endOfJson } from "./scan-json.ts";
import { storable } from "./storable.ts";
import { type ThoughtMark, thoughtMarks } from "./thoughts.ts";

/**
 * The one JSON object (or, without any, the one list) in what a model wrote: alone, in a fence, after its thoughts, or amid prose.
 *
 * Rather nothing than a guess, as a candidate may have dictated JSON, and a model may quote it. So it is undefined where two differ, where
 * an object says one key twice, and where an object began and went wrong: what stands whole behind that may have been a part of it. What
 * a model marked as thought (`thoughts.ts`) does not count. Time is linear in the length of the text.
 */
export function extractJson(text: string): unknown {
  const objects = new Only();
  const lists = new Only();
  const marks = thoughtMarks(text);
  for (let at = 0, next = 0; at < text.length; ) {
    while ((marks[next]?.at ?? at) < at) next++; // within JSON a mark is a word like any other
    if (marks[next]?.at === at) {
      if (marks[next]?.kind === "end") {
        // models whose first words were put into their mouths show the end of their thoughts alone
        objects.forget();
        lists.forget();
      }
      at = afterMark(text, marks, next);
      continue;
    }
    const char = text[at];
    if (char !== "{" && char !== "[") {
      at++;
      continue;
    }
    const { end, complete, hasKey, repeatsKey } = endOfJson(text, at);
    if (repeatsKey) return undefined;
    if (complete) (char === "{" ? objects : lists).add(text.slice(at, end));
    else if (hasKey) return undefined;
    at = Math.max(end, at + 1);
  }
  return objects.isEmpty ? lists.value : objects.value;
}

/** Past a mark, and for a beginning past its end: a thought that never ends is all there is. */
function afterMark(text: string, marks: readonly ThoughtMark[], number: number): number {
  for (let at = number; at < marks.length; at++) {
    const mark = marks[at];
    if (mark?.kind === "end" && mark.pair === marks[number]?.pair) return mark.at + mark.length;
  }
  return text.length;
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

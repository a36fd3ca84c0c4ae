import { catalogue } from "./catalogue.ts";
import { events } from "./en/events.ts";
import { keyOf } from "./happened.ts";
import type { Locale } from "./locale.ts";
import { type Said, sentenceOf } from "./said.ts";

const sentences = catalogue({ en: events });

/** What happened, to whoever looks at an interview. */
export function eventWords(happened: Said, locale: Locale): string {
  return sentenceOf(sentences, happened, locale);
}

/** Whether there are words of ours for something that a client only names. */
export function hasEventWords({ code, say }: Pick<Said, "code" | "say">): boolean {
  return sentences.has(keyOf({ code, say }));
}

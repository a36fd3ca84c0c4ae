import { catalogue } from "./catalogue.ts";
import { requests } from "./en/requests.ts";
import { ENGLISH, type Locale } from "./locale.ts";

const sentences = catalogue({ en: requests });

/** What the browser itself says of a request. An error carries it in English, as it does the server's words: refusal-words.ts says it again. */
export function requestWords(key: keyof typeof requests, locale: Locale = ENGLISH): string {
  return sentences.in(locale)(key);
}

import { errors } from "./en/errors.ts";
import { fields } from "./en/fields.ts";
import { requests } from "./en/requests.ts";
import { type ErrorKey, errorWords } from "./error-words.ts";
import { fieldWords } from "./field-words.ts";
import { ENGLISH, type Locale } from "./locale.ts";
import { requestWords } from "./request-words.ts";
import { type SaidInEnglish, saidInEnglish } from "./said-in-english.ts";

/** Why something was refused, as a browser has it: what the API says of it, in English, or what our own requests say. */
export type Refusal = { code?: string; message: string | null };

/**
 * A refusal in the language of the page that shows it. The API names a code and says one of its sentences in English; by that it is
 * known which sentence it is and what stands in it. What nobody here knows is told as it came.
 */
export function refusalWords({ code, message }: Refusal, locale: Locale): string {
  if (message === null || message === "") return requestWords("unknown", locale);
  if (locale === ENGLISH) return message;
  const own = saidInEnglish(requests, message);
  if (own) return requestWords(own.key, locale);
  const known: SaidInEnglish<ErrorKey> | null = saidInEnglish(sentencesOf(code), message);
  return known ? errorWords(known.key, known.params, locale) : message;
}

/** What is wrong with a field, likewise: the API says it behind the field's name. */
export function issueWords(message: string, locale: Locale): string {
  if (locale === ENGLISH) return message;
  const known = saidInEnglish(fields, message);
  return known ? fieldWords(known, locale) : message;
}

/** Those that a code may be told by. */
function sentencesOf(code: string | undefined): Partial<typeof errors> {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => key.split(":", 1)[0] === code));
}

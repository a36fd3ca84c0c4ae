import type { Doer } from "../domain/doer.ts";
import { catalogue } from "./catalogue.ts";
import { people } from "./en/people.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: people });

export function doerWords(doer: Doer, locale: Locale): string {
  if (doer.kind === "left") return sentences.in(locale)("left");
  return doer.kind === "api_key" ? sentences.in(locale)("api_key", { key: doer.name }) : doer.name;
}

/** The same of whoever agreed in a candidate's place. */
export function consenterWords(doer: Doer, locale: Locale): string {
  return doer.kind === "left" ? sentences.in(locale)("member") : doerWords(doer, locale);
}

/** Whose decision it is: a program's is shown as the program's, for whoever it names. */
export function decidedBy(
  { user, apiKey }: { user: { name: string }; apiKey: { name: string } | null },
  locale: Locale,
): string {
  return apiKey ? sentences.in(locale)("api_key_for", { key: apiKey.name, name: user.name }) : user.name;
}

import { catalogue } from "./catalogue.ts";
import { audit } from "./en/audit.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: audit });

/** What was done: “made an API key”. One that has no words, as of another version, is shown as it is called. */
export function actionWords(action: string, locale: Locale): string {
  const key = action.replace(".", ":");
  return sentences.has(key) ? sentences.in(locale)(key) : action.replace(/[._]/g, " ");
}

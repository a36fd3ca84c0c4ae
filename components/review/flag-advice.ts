import { catalogue } from "@/lib/words/catalogue.ts";
import { advice } from "@/lib/words/en/review/advice.ts";
import type { Locale } from "@/lib/words/locale.ts";

const sentences = catalogue({ en: advice });

/** What somebody can do about a flag. @param code of a flag; codes that nobody here knows have no advice */
export function flagAdvice(code: string, locale: Locale): string | null {
  return sentences.has(code) ? sentences.in(locale)(code) : null;
}

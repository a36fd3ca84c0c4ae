import { useLocale } from "#use-locale";
import { type Refusal, refusalWords } from "@/lib/words/refusal-words.ts";

/** Says why something was refused, in the page's language. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const locale = useLocale();
  return (refusal) => refusalWords(refusal, locale);
}

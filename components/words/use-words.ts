import { useLocale } from "#use-locale";
import type { Catalogue, Say, Sentences } from "@/lib/words/catalogue.ts";

/** Says a subject's sentences in the page's language. */
export function useWords<English extends Sentences>(sentences: Catalogue<English>): Say<English> {
  return sentences.in(useLocale());
}

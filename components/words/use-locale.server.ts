import { use } from "react";
import type { Locale } from "@/lib/words/locale.ts";
import { pageLocale } from "./page-locale.ts";

/** The page's language, where the server alone makes a component. */
export function useLocale(): Locale {
  return use(pageLocale());
}

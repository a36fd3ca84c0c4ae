import { use } from "react";
import type { Locale } from "@/lib/words/locale.ts";
import { LocaleContext } from "./locale-context.ts";

/** The page's language, in the browser and where the server makes for it what the browser goes on with. */
export function useLocale(): Locale {
  return use(LocaleContext);
}

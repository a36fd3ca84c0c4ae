import { type Locale, preferredLocale } from "../words/locale.ts";

/** The language in which a page that reads itself again is answered: that of the browser, as when the page was made. Programs are answered in English. */
export function readerLocale(request: Request): Locale {
  return preferredLocale(request.headers.get("accept-language"));
}

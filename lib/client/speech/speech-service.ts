import { catalogue } from "../../words/catalogue.ts";
import { deviceHelp } from "../../words/en/room/device-help.ts";
import { ENGLISH, type Locale } from "../../words/locale.ts";
import { browserName } from "../devices/browser-name.ts";

const sentences = catalogue({ en: deviceHelp });

/**
 * Whose service hears what is said while a browser's speech recognition writes along, in words. Browsers do not tell, and
 * where sound is worked on is theirs to decide; these are the makers whose service they use.
 */
export function speechService(userAgent: string, locale: Locale = ENGLISH): string {
  const say = sentences.in(locale);
  const browser = browserName(userAgent);
  return browser === "edge" || browser === "safari" || browser === "chrome"
    ? say(`service:${browser}`)
    : say("service:other");
}

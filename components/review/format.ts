import { catalogue } from "../../lib/words/catalogue.ts";
import { provenance } from "../../lib/words/en/review/provenance.ts";
import { recording } from "../../lib/words/en/review/recording.ts";
import { session } from "../../lib/words/en/review/session.ts";
import type { Locale } from "../../lib/words/locale.ts";
import { lengthOf } from "../../lib/words/measure-words.ts";

const ofRecordings = catalogue({ en: recording });
const ofAnalyses = catalogue({ en: provenance });
const ofSessions = catalogue({ en: session });

/** What a gap in a recording says: `4 s are missing here`. */
export function gapWords(seconds: number | null, locale: Locale): string {
  const say = ofRecordings.in(locale);
  if (seconds === null) return say("gap:unknown");
  if (seconds < 1) return say("gap:moment");
  return say("gap", { seconds: Math.round(seconds), length: lengthOf(seconds, locale) });
}

/** How often a model was asked: `1 call`, `12 calls`. */
export function callsOf(count: number, locale: Locale): string {
  return ofAnalyses.in(locale)("call", { count });
}

/** In the order in which they must be looked for: Edge also calls itself Chrome, and Chrome calls itself Safari. */
const BROWSERS = [
  ["edge", /Edg\w*\/(\d+)/],
  ["opera", /OPR\/(\d+)/],
  ["firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["safari", /Version\/(\d+).*Safari/],
] as const satisfies [name: string, version: RegExp][];
const SYSTEMS = [
  ["windows", /Windows/],
  ["android", /Android/],
  ["ios", /iPhone|iPad/],
  ["mac", /Mac OS X/],
  ["chromeos", /CrOS/],
  ["linux", /Linux/],
] as const satisfies [name: string, sign: RegExp][];

/** `Chrome 142 on Linux` out of a browser's long description of itself; what is not understood is shown as it came. */
export function browserOf(description: string, locale: Locale): string {
  const say = ofSessions.in(locale);
  const system = SYSTEMS.find(([, sign]) => sign.test(description));
  for (const [name, sign] of BROWSERS) {
    const version = sign.exec(description)?.[1];
    if (version && system) {
      const browser = say(`browser:${name}`, { version });
      return say("browser_on_system", { browser, system: say(`system:${system[0]}`) });
    }
  }
  return description;
}

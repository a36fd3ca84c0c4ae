import { catalogue } from "../../lib/words/catalogue.ts";
import { questions } from "../../lib/words/en/room/questions.ts";
import type { Locale } from "../../lib/words/locale.ts";
import { lengthWords } from "../../lib/words/measure-words.ts";

const sentences = catalogue({ en: questions });

/** Advice, never a limit. */
export function advisedLength(seconds: number | null, locale: Locale): string {
  const say = sentences.in(locale);
  return seconds === null ? say("no_limit") : say("advised", { length: lengthWords(seconds, locale) });
}

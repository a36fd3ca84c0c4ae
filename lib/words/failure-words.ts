import { catalogue } from "./catalogue.ts";
import { failures } from "./en/failures.ts";
import type { Locale } from "./locale.ts";
import { type Said, sentenceOf } from "./said.ts";

const sentences = catalogue({ en: failures });

/** Why something of a model's could not be had, without secrets. @param failure as it is stored; `of`: what it was wanted for */
export function failureWords(failure: Said, locale: Locale): string {
  const reason = sentenceOf(sentences, failure, locale);
  return failure.params?.of === "transcription" ? sentences.in(locale)("not_transcribed", { reason }) : reason;
}

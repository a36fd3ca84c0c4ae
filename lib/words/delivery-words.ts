import { catalogue } from "./catalogue.ts";
import { deliveries } from "./en/deliveries.ts";
import type { Locale } from "./locale.ts";
import { type Said, sentenceOf } from "./said.ts";

const sentences = catalogue({ en: deliveries });

/** Why a delivery failed or a webhook was disabled. */
export function deliveryWords(fault: Said, locale: Locale): string {
  return sentenceOf(sentences, fault, locale);
}

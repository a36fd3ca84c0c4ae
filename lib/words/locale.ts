/**
 * The languages that the product speaks, BCP 47. `en-XA` is English made strange by a machine (pseudo.ts): what still reads as English
 * in it comes from no catalogue.
 */
export const LOCALES = ["en", "en-XA"] as const;
export type Locale = (typeof LOCALES)[number];

/** Those whose words somebody has written. */
export type WrittenLocale = Exclude<Locale, "en-XA">;

/** What is spoken where nothing else was asked for, and always by the API. */
export const ENGLISH = "en" satisfies Locale;

/** The language that we speak for a tag that came from outside; English for what we do not know. */
export function toLocale(tag: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale.toLowerCase() === tag?.toLowerCase()) ?? ENGLISH;
}

/** How a page in this language runs. The strange one is mirrored, so that it shows what would not turn round. */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "en-XA" ? "rtl" : "ltr";
}

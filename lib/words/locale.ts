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

/** The first language in an `Accept-Language` (RFC 9110 §12.5.4) that we speak, by its weights; English where there is none. */
export function preferredLocale(accepted: string | null | undefined): Locale {
  const ranges = (accepted ?? "").split(",").map((range) => {
    const [tag = "", ...params] = range.split(";").map((part) => part.trim());
    const weight = params.find((param) => /^q=/i.test(param))?.slice(2);
    return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  const best = ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const spoken = best.map(({ tag }) => LOCALES.find((locale) => covers(tag, locale)));
  return spoken.find((locale) => locale !== undefined) ?? ENGLISH;
}

/** `en` and `en-GB` are both answered by English; the strange one only by its own name. */
function covers(tag: string, locale: Locale): boolean {
  const lower = tag.toLowerCase();
  return lower === locale.toLowerCase() || (lower !== "en-xa" && lower.split("-")[0] === locale.toLowerCase());
}

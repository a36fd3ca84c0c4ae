import { ENGLISH, type Locale } from "./locale.ts";
import { pseudo } from "./pseudo.ts";

/* How dates, numbers and lists are written in a language. The one place that knows by which rules a language of ours is written. */

/** Whose rules those are, BCP 47: English as in Britain, days before months. */
const RULES: Record<Locale, string> = { en: "en-GB", "en-XA": "en-GB" };

/** Names of months and the like come from no catalogue of ours: the strange language marks them here. */
const marked = (text: string, locale: Locale) => (locale === "en-XA" ? pseudo(text) : text);

const MOMENTS = {
  /** 22 Nov, 10:12 */
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  /** 22 Nov */
  date: { day: "numeric", month: "short" },
  /** 22 November 2026 at 10:12 */
  long: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** 10:12:07 */
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  /** Sunday, 22 November 2026 at 10:12:07 CET */
  whole: { dateStyle: "full", timeStyle: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type MomentFormat = keyof typeof MOMENTS;

/** @param timeZone IANA; without it, where this runs */
export function momentWords(at: Date, format: MomentFormat, locale: Locale = ENGLISH, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return marked(new Intl.DateTimeFormat(RULES[locale], { ...MOMENTS[format], ...zone }).format(at), locale);
}

/** A whole number: 1234 → `1,234`. */
export function numberOf(count: number, locale: Locale = ENGLISH): string {
  return new Intl.NumberFormat(RULES[locale]).format(count);
}

/** A number with as many decimals as are asked for: 85.5 → `85.5`. */
export function decimalOf(value: number, decimals: number, locale: Locale = ENGLISH): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false };
  return new Intl.NumberFormat(RULES[locale], digits).format(Number(value.toFixed(decimals)));
}

/** A score, always with one decimal. */
export function scoreOf(score: number, locale: Locale = ENGLISH): string {
  return decimalOf(score, 1, locale);
}

/** A difference of two scores with its sign: `+3.2`, `−0.5`, `0.0`. */
export function differenceOf(from: number, to: number, locale: Locale = ENGLISH): string {
  const difference = Math.round((to - from) * 10) / 10;
  if (difference === 0) return scoreOf(0, locale);
  return `${difference > 0 ? "+" : "−"}${scoreOf(Math.abs(difference), locale)}`;
}

/** A place in a recording: 84.2 → `1:24`, 3671 → `1:01:11`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** `webm, mp4 or mkv` */
export function either(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(RULES[locale], { type: "disjunction" }).format(names);
}

/** `owners, recruiters and reviewers` */
export function all(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(RULES[locale], { type: "conjunction" }).format(names);
}

import { catalogue } from "./catalogue.ts";
import { measures } from "./en/measures.ts";
import { decimalOf } from "./format.ts";
import { ENGLISH, type Locale } from "./locale.ts";

const sentences = catalogue({ en: measures });

/** A length for reading: 38 → `38 s`, 190 → `3 min 10 s`, 3671 → `1 h 1 min`. */
export function lengthOf(length: number, locale: Locale = ENGLISH): string {
  const say = sentences.in(locale);
  const whole = Math.max(0, Math.round(length));
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return minutes > 0 ? say("hours_minutes", { hours, minutes }) : say("hours", { hours });
  if (minutes === 0) return say("seconds", { seconds });
  return seconds > 0 ? say("minutes_seconds", { minutes, seconds }) : say("minutes", { minutes });
}

/** A length as people say it, seconds in fives: `30 seconds`, `1 minute`, `4 minutes`. */
export function lengthWords(seconds: number, locale: Locale = ENGLISH): string {
  const say = sentences.in(locale);
  if (seconds < 60) return say("spoken:seconds", { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  return say("spoken:minutes", { minutes: Math.round(seconds / 60) });
}

const KILO = 1000;
const STEPS = [0, 1, 2, 3, 4] as const;

/** A size as file managers show it: 52428800 → `52.4 MB`. */
export function sizeOf(bytes: number, locale: Locale = ENGLISH): string {
  const step = STEPS.findLast((each) => bytes >= KILO ** each) ?? 0;
  const value = bytes / KILO ** step;
  const size = decimalOf(value, step === 0 || value >= 100 ? 0 : 1, locale);
  return sentences.in(locale)(`bytes:${step}`, { size });
}

/** A share of one in per cent: 0.8 → `80 %`. */
export function shareOf(share: number, locale: Locale = ENGLISH): string {
  return sentences.in(locale)("share", { percent: Math.round(share * 100) });
}

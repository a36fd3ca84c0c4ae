"use client";

import { useSyncExternalStore } from "react";

const FORMATS = {
  /** 22 Nov, 10:12 */
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  /** 22 Nov */
  date: { day: "numeric", month: "short" },
  /** 22 November 2026 at 10:12 */
  long: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** 10:12:07 */
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const never = () => () => {};

/**
 * A moment in the reader's own time zone. The server does not know it, so the first picture is in UTC and turns local as
 * soon as the page is alive.
 */
export function LocalTime({ at, format = "short" }: { at: Date | string; format?: keyof typeof FORMATS }) {
  const isLocal = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const moment = new Date(at);
  const zone = isLocal ? {} : { timeZone: "UTC" };
  const text = new Intl.DateTimeFormat("en-GB", { ...FORMATS[format], ...zone }).format(moment);
  const whole = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long", ...zone }).format(moment);
  return (
    <time dateTime={moment.toISOString()} title={whole} className="whitespace-nowrap">
      {text}
    </time>
  );
}

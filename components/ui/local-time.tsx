"use client";

import { useSyncExternalStore } from "react";
import { useLocale } from "#use-locale";
import { type MomentFormat, momentWords } from "@/lib/words/format.ts";

const never = () => () => {};

/**
 * A moment in the reader's own time zone. The server does not know it, so the first picture is in UTC and turns local as
 * soon as the page is alive.
 */
export function LocalTime({ at, format = "short" }: { at: Date | string; format?: MomentFormat }) {
  const isLocal = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const locale = useLocale();
  const moment = new Date(at);
  const zone = isLocal ? undefined : "UTC";
  const words = (as: MomentFormat) => momentWords(moment, as, locale, zone);
  return (
    <time dateTime={moment.toISOString()} title={words("whole")} className="whitespace-nowrap">
      {words(format)}
    </time>
  );
}

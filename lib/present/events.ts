import type { Params } from "../words/catalogue.ts";
import { eventWords } from "../words/event-words.ts";
import { ENGLISH, type Locale } from "../words/locale.ts";
import type { Said } from "../words/said.ts";

type EventRow = { code: string; say: string | null; message: string | null; data: unknown };

/** A technical issue or a line of the log, in words. @param event as it is stored. `locale`: of whoever reads it; programs are told in English */
export function eventMessage(event: EventRow, locale: Locale = ENGLISH): string {
  return eventWords({ ...event, params: event.data as Params }, locale);
}

/** Why a recording could not be made. @param stored with it; null: it could. `locale`: as above */
export function presentRecordingError(stored: unknown, locale: Locale = ENGLISH): string | null {
  return stored === null ? null : eventWords(stored as Said, locale);
}

import type { Params } from "../words/catalogue.ts";
import { eventWords } from "../words/event-words.ts";
import { ENGLISH } from "../words/locale.ts";
import type { Said } from "../words/said.ts";

/** A technical issue or a line of the log, in words. @param event as it is stored */
export function eventMessage(event: {
  code: string;
  say: string | null;
  message: string | null;
  data: unknown;
}): string {
  return eventWords({ ...event, params: event.data as Params }, ENGLISH);
}

/** Why a recording could not be made. @param stored with it; null: it could */
export function presentRecordingError(stored: unknown): string | null {
  return stored === null ? null : eventWords(stored as Said, ENGLISH);
}

import { db } from "../db/client.ts";
import * as interviews from "../db/interviews.ts";
import { isUuid } from "../domain/ids.ts";
import { ENGLISH, type Locale, toLocale } from "../words/locale.ts";

/** The language that the candidate of this link is spoken to in; English where the link opens nothing. */
export async function getLocale(token: string): Promise<Locale> {
  return isUuid(token) ? toLocale(await interviews.findLocale(db(), token)) : ENGLISH;
}

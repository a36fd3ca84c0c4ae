import { headers } from "next/headers";
import { PAGE_PATH_HEADER } from "@/lib/contract/headers.ts";
import { getLocale } from "@/lib/sitting/get-locale.ts";
import { ENGLISH, type Locale } from "@/lib/words/locale.ts";

const CANDIDATES_PAGE = /^\/interview\/([^/]+)\/?$/;

/** The language of the page that is asked for: a candidate's is that of their invitation. */
export async function pageLocale(): Promise<Locale> {
  const [, token] = CANDIDATES_PAGE.exec((await headers()).get(PAGE_PATH_HEADER) ?? "") ?? [];
  return token === undefined ? ENGLISH : getLocale(token);
}

import { headers } from "next/headers";
import { cache } from "react";
import { PAGE_PATH_HEADER } from "@/lib/contract/headers.ts";
import { getLocale } from "@/lib/sitting/get-locale.ts";
import { type Locale, preferredLocale } from "@/lib/words/locale.ts";

const CANDIDATES_PAGE = /^\/interview\/([^/]+)\/?$/;

/**
 * The language of the page that is asked for: a candidate's is that of their invitation, everybody else's the first of their browser's
 * that we speak. Looked up once per request.
 */
export const pageLocale = cache(async (): Promise<Locale> => {
  const asked = await headers();
  const [, token] = CANDIDATES_PAGE.exec(asked.get(PAGE_PATH_HEADER) ?? "") ?? [];
  return token === undefined ? preferredLocale(asked.get("accept-language")) : getLocale(token);
});

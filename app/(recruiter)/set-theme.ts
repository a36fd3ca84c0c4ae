"use server";

import { cookies } from "next/headers";
import { parseTheme, THEME_COOKIE, type Theme } from "@/components/ui/theme.ts";
import { env } from "@/lib/env.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps the theme a person chose, in their browser; without one the system's preference holds again. */
export async function setTheme(theme: Theme | undefined): Promise<void> {
  const jar = await cookies();
  const chosen = parseTheme(theme); // whatever a browser sent, only our words reach the page
  const secure = env().publicUrl.startsWith("https:");
  if (chosen)
    jar.set(THEME_COOKIE, chosen, { path: "/", sameSite: "lax", httpOnly: true, secure, maxAge: YEAR_SECONDS });
  else jar.delete(THEME_COOKIE);
}

"use client";

import { useState } from "react";
import { PlainPage } from "@/components/shell/plain-page.tsx";
import { Trouble } from "@/components/shell/trouble.tsx";
import { PRODUCT } from "@/components/ui/brand.tsx";
import { LocaleContext } from "@/components/words/locale-context.ts";
import { directionOf, toLocale } from "@/lib/words/locale.ts";
import "./globals.css";

/** In place of everything, when not even the frame of the pages could be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  // The language of the page that could not be drawn, as far as it had come.
  const [locale] = useState(() => toLocale(typeof document === "undefined" ? null : document.documentElement.lang));
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <title>{PRODUCT}</title>
        <LocaleContext value={locale}>
          <PlainPage>
            <Trouble error={error} retry={retry} />
          </PlainPage>
        </LocaleContext>
      </body>
    </html>
  );
}

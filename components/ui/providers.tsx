"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";
import { LocaleContext } from "@/components/words/locale-context.ts";
import { directionOf, type Locale } from "@/lib/words/locale.ts";
import { ToastProvider } from "./toast.tsx";
import { TooltipProvider } from "./tooltip.tsx";

/** What the primitives need around every page. */
export function UiProviders({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <LocaleContext value={locale}>
      <Direction.Provider dir={directionOf(locale)}>
        <TooltipProvider delayDuration={400}>
          <ToastProvider>{children}</ToastProvider>
        </TooltipProvider>
      </Direction.Provider>
    </LocaleContext>
  );
}

"use client";

import type { ReactNode } from "react";
import { LocaleContext } from "@/components/words/locale-context.ts";
import type { Locale } from "@/lib/words/locale.ts";
import { ToastProvider } from "./toast.tsx";
import { TooltipProvider } from "./tooltip.tsx";

/** What the primitives need around every page. */
export function UiProviders({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <LocaleContext value={locale}>
      <TooltipProvider delayDuration={400}>
        <ToastProvider>{children}</ToastProvider>
      </TooltipProvider>
    </LocaleContext>
  );
}

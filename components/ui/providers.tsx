"use client";

import type { ReactNode } from "react";
import { ToastProvider } from "./toast.tsx";
import { TooltipProvider } from "./tooltip.tsx";

/** What the primitives need around every page. */
export function UiProviders({ children }: { children: ReactNode }) {
  return (
    <TooltipProvider delayDuration={400}>
      <ToastProvider>{children}</ToastProvider>
    </TooltipProvider>
  );
}

"use client";

import { Tooltip as RadixTooltip } from "radix-ui";
import { type ReactNode, useSyncExternalStore } from "react";

export const TooltipProvider = RadixTooltip.Provider;

/** A few words about a control, on hover and on keyboard focus. Never the only place where something is said. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal container={useFullScreenElement()}>
        <RadixTooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 animate-appear rounded-control bg-ink px-3 py-2 text-xs text-canvas shadow-float"
        >
          {content}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}

/** Over something that has the whole screen, only what is inside of it can be seen. */
function useFullScreenElement(): HTMLElement | null {
  return useSyncExternalStore(
    onFullScreenChange,
    () => (document.fullscreenElement instanceof HTMLElement ? document.fullscreenElement : null),
    () => null,
  );
}

function onFullScreenChange(changed: () => void): () => void {
  document.addEventListener("fullscreenchange", changed);
  return () => document.removeEventListener("fullscreenchange", changed);
}

import type { ReactNode } from "react";

/** A small label that says what kind of thing this is. It has no tone; a state is a StatusPill. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-6 items-center rounded-mark border border-hairline px-2 text-xs text-muted whitespace-nowrap">
      {children}
    </span>
  );
}

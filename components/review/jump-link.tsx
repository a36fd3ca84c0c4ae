"use client";

import type { ComponentProps } from "react";

type JumpLinkProps = Omit<ComponentProps<"a">, "href" | "onClick"> & {
  /** The id of where it leads: something that can take the keyboard. */
  to: string;
};

/** A link to a place further down: the eyes and the keyboard go there, and “back” still leads to the page before. */
export function JumpLink({ to, ...rest }: JumpLinkProps) {
  return (
    <a
      {...rest}
      href={`#${to}`}
      onClick={(event) => {
        const place = document.getElementById(to);
        if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault(); // a hash in the address would be a step in the history
        place.scrollIntoView({ block: "start" });
        place.focus({ preventScroll: true });
      }}
    />
  );
}

"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_LOOK } from "./control-look.ts";
import { useFieldControl } from "./field.tsx";

type SelectProps = Omit<ComponentProps<"select">, "size"> & {
  /** `medium` 40 px, `large` 48 px for one-thing-to-do pages and fingers, as with buttons. */
  size?: "medium" | "large";
};

const SIZE = { medium: { box: "h-10", icon: "inset-y-3" }, large: { box: "h-12", icon: "inset-y-4" } };

/** A choice of one: the browser's own list, which phones and screen readers know best. */
export function Select({ size = "medium", className, ...rest }: SelectProps) {
  return (
    <span className={classNames("relative block", className)}>
      <select
        {...useFieldControl()}
        {...rest}
        className={classNames(CONTROL_LOOK, SIZE[size].box, "appearance-none ps-3 pe-9")}
      />
      <ChevronDown
        aria-hidden
        size={16}
        className={classNames("pointer-events-none absolute end-3 text-muted", SIZE[size].icon)}
      />
    </span>
  );
}

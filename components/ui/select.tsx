"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_LOOK } from "./control-look.ts";
import { useFieldControl } from "./field.tsx";

/** A choice of one: the browser's own list, which phones and screen readers know best. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={classNames("relative block", className)}>
      <select {...useFieldControl()} {...rest} className={classNames(CONTROL_LOOK, "h-10 appearance-none ps-3 pe-9")} />
      <ChevronDown aria-hidden size={16} className="pointer-events-none absolute inset-y-3 end-3 text-muted" />
    </span>
  );
}

"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_LOOK } from "./control-look.ts";
import { useFieldControl } from "./field.tsx";

/** Several lines of text. It grows with what is written, where the browser can. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      {...rest}
      className={classNames(CONTROL_LOOK, "field-sizing-content resize-y px-3 py-2", className)}
      style={{ minHeight: `calc(${rows} * 1.5rem + 1rem)` }}
    />
  );
}

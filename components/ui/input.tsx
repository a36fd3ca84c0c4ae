"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_LOOK } from "./control-look.ts";
import { useFieldControl } from "./field.tsx";

/** One line of text. 16 px on phones, because Safari zooms into anything smaller. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useFieldControl()} {...rest} className={classNames(CONTROL_LOOK, "h-10 px-3", className)} />;
}

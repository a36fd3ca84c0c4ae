"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { TickBox } from "./tick-box.tsx";

type CheckboxProps = Omit<ComponentProps<typeof TickBox>, "children" | "mixed"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
};

/** A box to tick with its words; the whole line is the target. */
export function Checkbox({ label, hint, error, ...rest }: CheckboxProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex min-h-8 items-start gap-3">
        <span className="mt-0.5">
          <TickBox
            {...rest}
            id={id}
            aria-describedby={describedBy || undefined}
            aria-invalid={error ? true : undefined}
          />
        </span>
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="ms-8 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <div aria-live="polite">
        {error ? (
          <p id={`${id}-error`} className="ms-8 text-sm text-negative">
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
}

"use client";

import { type ReactNode, useId } from "react";

type FieldGroupProps = {
  legend: string;
  /** What is wrong with the choice. Announced when it appears. */
  error?: string | null;
  children: ReactNode;
};

/** A choice made of several controls, under one name. */
export function FieldGroup({ legend, error, children }: FieldGroupProps) {
  const id = useId();
  return (
    <fieldset data-invalid={error ? "" : undefined} aria-describedby={error ? id : undefined}>
      <legend className="mb-2 text-sm font-strong">{legend}</legend>
      {children}
      <div aria-live="polite">
        {error ? (
          <p id={id} className="mt-2 text-sm text-negative">
            {error}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}

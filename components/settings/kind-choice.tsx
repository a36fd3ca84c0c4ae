"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { FieldGroup } from "@/components/ui/field-group.tsx";

const KINDS = [
  { value: "live", label: "Live", means: "Real candidates, real interviews, real scores." },
  {
    value: "test",
    label: "Test",
    means: "A sandbox apart: copies of your templates, made-up scores at once, nobody is mailed.",
  },
] as const;

type Kind = (typeof KINDS)[number]["value"];

/** Whether a key works with what is real, and what that means. */
export function KindChoice({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const id = useId();
  return (
    <FieldGroup legend="Kind">
      <div className="grid gap-2 sm:grid-cols-2">
        {KINDS.map((kind) => (
          <label
            key={kind.value}
            className={classNames(
              "flex items-start gap-3 rounded-control border p-3 text-sm transition-colors",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              value === kind.value ? "border-accent bg-accent-soft" : "border-outline hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name={`${id}-kind`}
              checked={value === kind.value}
              onChange={() => onChange(kind.value)}
              aria-describedby={`${id}-${kind.value}`}
              aria-label={kind.label}
              className="mt-0.5 size-4 shrink-0 outline-none"
            />
            <span>
              <span className="block font-strong">{kind.label}</span>
              <span id={`${id}-${kind.value}`} className="mt-1 block text-muted">
                {kind.means}
              </span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

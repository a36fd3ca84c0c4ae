"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { FieldGroup } from "@/components/ui/field-group.tsx";
import { TONE_TEXT } from "@/components/ui/tone.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { FinalStatus } from "@/lib/domain/status.ts";
import { NAMES } from "./names.ts";
import { VERDICT_LOOKS } from "./verdict-pill.tsx";

const VERDICTS = ["passed", "needs_review", "failed"] as const satisfies FinalStatus[];

type VerdictChoiceProps = {
  legend: string;
  value: FinalStatus | null;
  onChange: (verdict: FinalStatus) => void;
  error: string | null;
};

/** One of the three things that can be decided. */
export function VerdictChoice({ legend, value, onChange, error }: VerdictChoiceProps) {
  const id = useId();
  const name = useWords(NAMES);
  return (
    <FieldGroup legend={legend} error={error}>
      <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap">
        {VERDICTS.map((verdict) => {
          const { icon: Icon, tone } = VERDICT_LOOKS[verdict];
          return (
            <label
              key={verdict}
              className={classNames(
                "relative flex min-h-11 flex-auto items-center gap-2 rounded-control border px-3 py-2 text-sm transition-colors",
                "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
                value === verdict ? "border-accent bg-accent-soft font-strong" : "border-outline hover:bg-hover",
              )}
            >
              <input
                type="radio"
                name={`${id}-verdict`}
                value={verdict}
                checked={value === verdict}
                onChange={() => onChange(verdict)}
                className="size-4 shrink-0 outline-none"
              />
              <Icon aria-hidden size={16} className={classNames("shrink-0", TONE_TEXT[tone])} />
              {name(`verdict:${verdict}`)}
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}

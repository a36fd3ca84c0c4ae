"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";

type TickBoxProps = Omit<ComponentProps<"input">, "type" | "className"> & {
  /** It stands for several, of which some are ticked. */
  mixed?: boolean;
};

const MARK = "pointer-events-none relative text-on-accent opacity-0";

/** The box of a checkbox, without its words. */
export function TickBox({ mixed = false, ...rest }: TickBoxProps) {
  return (
    <span className="relative grid size-5 shrink-0 place-items-center">
      <input
        {...rest}
        ref={(box) => {
          if (box) box.indeterminate = mixed;
        }}
        type="checkbox"
        className="peer absolute inset-0 appearance-none rounded-mark border border-outline bg-raised transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent aria-invalid:border-negative"
      />
      {mixed ? (
        <Minus aria-hidden size={14} strokeWidth={3} className={`${MARK} peer-indeterminate:opacity-100`} />
      ) : (
        <Check aria-hidden size={14} strokeWidth={3} className={`${MARK} peer-checked:opacity-100`} />
      )}
    </span>
  );
}

import { Progress as RadixProgress } from "radix-ui";
import { classNames } from "./class-names.ts";

type ProgressProps = {
  /** What is progressing: its accessible name. */
  label: string;
  /** From 0 to `max`; null while nobody can say. */
  value: number | null;
  max?: number;
  /** How the value is read out, such as “Question 2 of 5”; else as a percentage. */
  valueText?: string;
  className?: string;
};

/** How far something is. */
export function Progress({ label, value, max = 100, valueText, className }: ProgressProps) {
  return (
    <RadixProgress.Root
      value={value}
      max={max}
      aria-label={label}
      {...(valueText ? { getValueLabel: () => valueText } : {})}
      className={classNames("h-1.5 w-full overflow-hidden rounded-pill bg-hairline", className)}
    >
      <RadixProgress.Indicator
        className={classNames(
          "h-full rounded-pill bg-accent",
          value === null ? "w-1/3 animate-travel rtl:[--travel-way:-1]" : "transition-[width] duration-300",
        )}
        style={value === null ? undefined : { width: `${(100 * Math.min(value, max)) / max}%` }}
      />
    </RadixProgress.Root>
  );
}

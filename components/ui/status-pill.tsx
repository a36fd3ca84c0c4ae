import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names.ts";
import { TONE_ICON, TONE_SOFT, TONE_TEXT, type Tone } from "./tone.tsx";

type StatusPillProps = {
  tone: Tone;
  /** The state in a word or two. */
  children: string;
  /** Another shape than the tone's own. */
  icon?: LucideIcon;
  /** Without a background: for a column of them. */
  bare?: boolean;
};

/** A state: its word, its shape and, last, its colour. */
export function StatusPill({ tone, children, icon, bare = false }: StatusPillProps) {
  const Icon = icon ?? TONE_ICON[tone];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 text-sm whitespace-nowrap",
        bare ? "" : classNames("h-7 rounded-pill ps-2 pe-3", TONE_SOFT[tone]),
        tone === "neutral" && !bare ? "text-ink" : TONE_TEXT[tone],
      )}
    >
      <Icon aria-hidden size={15} className="shrink-0" />
      {children}
    </span>
  );
}

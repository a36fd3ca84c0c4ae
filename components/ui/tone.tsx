import { CircleAlert, CircleCheck, CircleDashed, Info, type LucideIcon, TriangleAlert } from "lucide-react";

/** What something means for the reader. Each tone has a shape of its own, so colour is never the only signal. */
export type Tone = "neutral" | "info" | "positive" | "caution" | "negative";

export const TONE_ICON: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  negative: CircleAlert,
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-muted",
  info: "text-accent",
  positive: "text-positive",
  caution: "text-caution",
  negative: "text-negative",
};

export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken",
  info: "bg-accent-soft",
  positive: "bg-positive-soft",
  caution: "bg-caution-soft",
  negative: "bg-negative-soft",
};

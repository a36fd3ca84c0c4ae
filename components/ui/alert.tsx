import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { TONE_ICON, TONE_SOFT, TONE_TEXT, type Tone } from "./tone.tsx";

type AlertProps = {
  tone: Tone;
  /** What happened, in a few words. */
  title: string;
  /** What was kept and what to do. */
  children?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
  /** Read out at once (`alert`), when there is time (`status`), or only when reached (`none`: it was there from the start). */
  announce?: "alert" | "status" | "none";
};

/** A message that belongs to this place on the page. */
export function Alert({ tone, title, children, action, announce = "none" }: AlertProps) {
  const Icon = TONE_ICON[tone];
  return (
    <div
      role={announce === "none" ? undefined : announce}
      className={classNames("flex flex-wrap items-start gap-x-3 gap-y-3 rounded-control p-4 text-sm", TONE_SOFT[tone])}
    >
      <Icon aria-hidden size={20} className={classNames("shrink-0", TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-strong">{title}</p>
        {children ? <div className="mt-1 text-ink">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}

import { classNames } from "./class-names.ts";

/** The shape of what is coming; `className` gives its size. Say once, outside, that something is loading. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={classNames("block animate-breathe rounded-mark bg-hairline", className)} />;
}

import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

type CardProps = ComponentProps<"div"> & {
  /** `section` and `article` want a heading inside, or an `aria-label`. */
  as?: "div" | "section" | "article" | "aside" | "li";
  /** `none` for what reaches the edges: tables, players. */
  padding?: "none" | "normal" | "generous";
};

const PADDING = { none: "", normal: "p-4 sm:p-6", generous: "p-6 sm:p-8" };

/** A sheet of paper on the page. */
export function Card({ as = "div", padding = "normal", className, ...rest }: CardProps) {
  const Element = as as "div";
  return (
    <Element
      {...rest}
      className={classNames("rounded-card border border-hairline bg-surface shadow-card", PADDING[padding], className)}
    />
  );
}

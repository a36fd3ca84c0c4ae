import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names.ts";

const LOOK = {
  h1: "text-2xl sm:text-3xl",
  question: "text-xl sm:text-2xl",
  pinned: "text-xl compact:text-base sm:text-2xl",
  h2: "text-lg",
};

type StepHeadingProps = {
  as?: "h1" | "h2";
  look?: keyof typeof LOOK;
  /** The page has just been opened on this step: leave the keyboard where it is. */
  still?: boolean;
  /** Of words that are not in the page's own language. */
  lang?: string;
  className?: string;
  children: ReactNode;
};

/** A step's heading. The keyboard and the screen reader are brought here when the step begins, unless somebody goes on writing. */
export function StepHeading({
  as: Element = "h1",
  look = Element,
  still = false,
  lang,
  className,
  children,
}: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (still || document.activeElement?.matches("textarea")) return;
    heading.current?.focus({ preventScroll: true });
    if (Element === "h1") window.scrollTo({ top: 0 });
    else heading.current?.scrollIntoView({ block: "nearest" });
  }, [still, Element]);
  return (
    <Element
      ref={heading}
      tabIndex={-1}
      lang={lang}
      className={classNames("scroll-mt-28 scroll-mb-24 rounded-mark", LOOK[look], className)}
    >
      {children}
    </Element>
  );
}

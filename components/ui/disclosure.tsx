import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  /** Open from the start. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  className?: string;
};

/** Something that is there but folded. The browser's own: it opens for a search in the page, and without JavaScript. */
export function Disclosure({ summary, children, open, onToggle, className }: DisclosureProps) {
  return (
    <details
      open={open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
      className={classNames("group/disclosure", className)}
    >
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-control text-sm font-strong [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={16}
          className="shrink-0 text-muted print:hidden transition-transform duration-150 rtl:-scale-x-100 ltr:group-open/disclosure:rotate-90 rtl:group-open/disclosure:-rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

"use client";

import Link from "next/link";
import { classNames } from "../class-names.ts";

export type FilterOption = { label: string; address: string; isChosen: boolean };

type FilterChoiceProps = { label: string; options: FilterOption[]; onChoose: (address: string) => void };

/** Which rows are shown: links, so that they open in a new tab and work before any script does. */
export function FilterChoice({ label, options, onChoose }: FilterChoiceProps) {
  return (
    <nav aria-label={label} className="-mx-4 min-w-0 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex gap-1 sm:flex-wrap">
        {options.map((option) => (
          <li key={option.label}>
            <Link
              href={option.address}
              prefetch={false}
              aria-current={option.isChosen ? "page" : undefined}
              onNavigate={(event) => {
                event.preventDefault();
                onChoose(option.address);
              }}
              className={classNames(
                "flex h-9 items-center rounded-pill px-3.5 text-sm whitespace-nowrap transition-colors",
                option.isChosen ? "bg-accent-soft font-strong text-accent" : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

"use client";

import Link from "next/link";
import { LISTED_STATE_WORDS } from "@/components/review/words.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { LISTED_STATES } from "@/lib/domain/interview-state.ts";
import { type ListFilter, listAddress } from "./list-address.ts";

const CHOICES: { state: ListFilter["state"]; label: string }[] = [
  { state: undefined, label: "All" },
  ...LISTED_STATES.map((state) => ({ state, label: LISTED_STATE_WORDS[state] })),
];

type StateFilterProps = { filter: ListFilter; onChoose: (filter: ListFilter) => void };

/** Which interviews are shown: links, so that they open in a new tab and work before any script does. */
export function StateFilter({ filter, onChoose }: StateFilterProps) {
  return (
    <nav aria-label="Filter by state" className="-mx-4 min-w-0 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex gap-1 sm:flex-wrap">
        {CHOICES.map(({ state, label }) => {
          const next = { search: filter.search, state };
          const chosen = filter.state === state;
          return (
            <li key={label}>
              <Link
                href={listAddress(next)}
                prefetch={false}
                aria-current={chosen ? "page" : undefined}
                onNavigate={(event) => {
                  event.preventDefault();
                  onChoose(next);
                }}
                className={classNames(
                  "flex h-9 items-center rounded-pill px-3.5 text-sm whitespace-nowrap transition-colors",
                  chosen ? "bg-accent-soft font-strong text-accent" : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

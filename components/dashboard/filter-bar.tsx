"use client";

import type { ReactNode } from "react";
import { LISTED_STATE_WORDS } from "@/components/review/words.ts";
import { ListFilters } from "@/components/ui/table/list-filters.tsx";
import { LISTED_STATES } from "@/lib/domain/interview-state.ts";
import { type ListFilter, listAddress } from "./list-address.ts";

const STATES: { state: ListFilter["state"]; label: string }[] = [
  { state: undefined, label: "All" },
  ...LISTED_STATES.map((state) => ({ state, label: LISTED_STATE_WORDS[state] })),
];

/** What the list of interviews can be narrowed to. */
export function FilterBar({ filter, children }: { filter: ListFilter; children: ReactNode }) {
  const options = STATES.map(({ state, label }) => ({
    label,
    address: listAddress({ search: filter.search, state }),
    isChosen: filter.state === state,
  }));
  const search = {
    label: "Search by name or e-mail",
    words: filter.search ?? "",
    addressOf: (words: string) => listAddress({ ...filter, search: words }),
  };
  return (
    <ListFilters search={search} filter={{ label: "Filter by state", options }}>
      {children}
    </ListFilters>
  );
}

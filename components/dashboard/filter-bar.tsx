"use client";

import type { ReactNode } from "react";
import { NAMES } from "@/components/review/names.ts";
import { ListFilters } from "@/components/ui/table/list-filters.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { LISTED_STATES } from "@/lib/domain/interview-state.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { type ListFilter, listAddress } from "./list-address.ts";

const sentences = catalogue({ en: list });

/** What the list of interviews can be narrowed to. */
export function FilterBar({ filter, children }: { filter: ListFilter; children: ReactNode }) {
  const say = useWords(sentences);
  const name = useWords(NAMES);
  const options = [undefined, ...LISTED_STATES].map((state) => ({
    label: state ? name(`state:${state}`) : say("all"),
    address: listAddress({ search: filter.search, state }),
    isChosen: filter.state === state,
  }));
  const search = {
    label: say("search"),
    words: filter.search ?? "",
    addressOf: (words: string) => listAddress({ ...filter, search: words }),
  };
  return (
    <ListFilters search={search} filter={{ label: say("filter"), options }}>
      {children}
    </ListFilters>
  );
}

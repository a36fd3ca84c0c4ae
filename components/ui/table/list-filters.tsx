"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { classNames } from "../class-names.ts";
import { FilterChoice, type FilterOption } from "./filter-choice.tsx";
import { SearchField } from "./search-field.tsx";

type ListFiltersProps = {
  search: { label: string; words: string; addressOf: (words: string) => string };
  filter: { label: string; options: FilterOption[] };
  /** The list. */
  children: ReactNode;
};

/** Search and filters over a list. What they choose goes into the address; the list dims while its successor loads. */
export function ListFilters({ search, filter, children }: ListFiltersProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (address: string) => startTransition(() => router.replace(address, { scroll: false }));
  return (
    <>
      <search className="flex flex-col gap-3 lg:flex-row-reverse lg:items-start lg:justify-between lg:gap-6">
        <SearchField label={search.label} words={search.words} onSearch={(words) => go(search.addressOf(words))} />
        <FilterChoice label={filter.label} options={filter.options} onChoose={go} />
      </search>
      <div aria-busy={pending} className={classNames("mt-4 transition-opacity", pending && "opacity-60 delay-150")}>
        {children}
      </div>
    </>
  );
}

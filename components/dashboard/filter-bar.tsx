"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Input } from "@/components/ui/input.tsx";
import { type ListFilter, listAddress } from "./list-address.ts";
import { StateFilter } from "./state-filter.tsx";

/** Long enough for a typist, short enough to feel immediate. */
const TYPING_PAUSE_MS = 250;

/** Search and filters over the list. What they choose goes into the address; the list dims while its successor loads. */
export function FilterBar({ filter, children }: { filter: ListFilter; children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (next: ListFilter) => startTransition(() => router.replace(listAddress(next), { scroll: false }));
  return (
    <>
      <search className="flex flex-col gap-3 lg:flex-row-reverse lg:items-start lg:justify-between lg:gap-6">
        <SearchField search={filter.search ?? ""} onSearch={(search) => go({ ...filter, search })} />
        <StateFilter filter={filter} onChoose={go} />
      </search>
      <div aria-busy={pending} className={classNames("mt-4 transition-opacity", pending && "opacity-60 delay-150")}>
        {children}
      </div>
    </>
  );
}

function SearchField({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  useFocusBySlash(input);
  const change = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(value.trim()), TYPING_PAUSE_MS);
  };
  return (
    <div className="relative lg:w-80 lg:shrink-0">
      <Search aria-hidden size={16} className="pointer-events-none absolute inset-y-3 start-3 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label="Search by name or e-mail"
        aria-keyshortcuts="/"
        placeholder="Search by name or e-mail"
        value={typed}
        onChange={(event) => change(event.target.value)}
        className="ps-9"
      />
    </div>
  );
}

/** “/” goes to the search, unless something is being written. */
function useFocusBySlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, [role=dialog]")) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}

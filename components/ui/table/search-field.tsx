"use client";

import { Search } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Input } from "../input.tsx";
import { isWriting } from "../is-writing.ts";

/** Long enough for a typist, short enough to feel immediate. */
const TYPING_PAUSE_MS = 250;

type SearchFieldProps = { label: string; words: string; onSearch: (words: string) => void };

/** Looks for words as they are typed. “/” leads here. */
export function SearchField({ label, words, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const search = useRef(onSearch);
  search.current = onSearch; // another filter may be chosen within the pause
  useEffect(() => () => clearTimeout(timer.current), []);
  useFocusBySlash(input);
  const change = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search.current(value.trim()), TYPING_PAUSE_MS);
  };
  return (
    <div className="relative lg:w-80 lg:shrink-0">
      <Search aria-hidden size={16} className="pointer-events-none absolute inset-y-3 start-3 text-muted" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={typed}
        onChange={(event) => change(event.target.value)}
        className="ps-9"
      />
    </div>
  );
}

function useFocusBySlash(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}

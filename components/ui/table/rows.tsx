"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { isWriting } from "../is-writing.ts";
import { ROWS } from "./columns.ts";
import { pressRowKey, rowKeyOf } from "./row-keys.ts";

/** The rows of a list, which keys go through wherever on the page the keyboard is. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!list.current || event.defaultPrevented || isWriting(event)) return;
      const key = rowKeyOf(event, list.current.contains(document.activeElement));
      if (!key) return;
      event.preventDefault();
      pressRowKey(list.current, key);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <ul ref={list} aria-label={label} className={ROWS}>
      {children}
    </ul>
  );
}

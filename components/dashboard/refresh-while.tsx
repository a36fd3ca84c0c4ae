"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 30_000;

/** Reads the page again while something on it is still being worked on, ever more patiently, and only when somebody looks. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    let wait = FIRST_WAIT_MS;
    let timer = setTimeout(look, wait);
    function look() {
      if (document.visibilityState === "visible") router.refresh();
      wait = Math.min(wait * 1.5, LONGEST_WAIT_MS);
      timer = setTimeout(look, wait);
    }
    return () => clearTimeout(timer);
  }, [active, router]);
  return null;
}

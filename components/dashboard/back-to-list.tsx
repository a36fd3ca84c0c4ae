"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { lastList } from "./last-list.ts";

/** Back to the list as it was left: its filter, its search and its page. */
export function BackToList() {
  const href = useSyncExternalStore(subscribe, lastList, () => "/dashboard");
  return (
    <Link
      href={href}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-control text-sm text-muted hover:text-ink print:hidden"
    >
      <ArrowLeft aria-hidden size={16} />
      Interviews
    </Link>
  );
}

/** Nothing changes it while this page is open. */
const subscribe = () => () => {};

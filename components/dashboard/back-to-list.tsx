"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";
import { lastList } from "./last-list.ts";

const sentences = catalogue({ en: page });

/** Back to the list as it was left: its filter, its search and its page. */
export function BackToList() {
  const say = useWords(sentences);
  const href = useSyncExternalStore(subscribe, lastList, () => "/dashboard");
  return (
    <Link
      href={href}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-control text-sm text-muted hover:text-ink print:hidden"
    >
      <ArrowLeft aria-hidden size={16} className="rtl:-scale-x-100" />
      {say("back")}
    </Link>
  );
}

/** Nothing changes it while this page is open. */
const subscribe = () => () => {};

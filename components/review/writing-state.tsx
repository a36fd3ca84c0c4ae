"use client";

import { Hourglass } from "lucide-react";
import { useWords } from "@/components/words/use-words.ts";
import type { Writing } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";

const sentences = catalogue({ en: answers });

/** Where the work of writing a spoken answer down stands, and why it does not go on. */
export function WritingState({ state, ahead, reason }: Writing) {
  const say = useWords(sentences);
  return (
    <p role="status" className="mt-2 flex items-start gap-2 text-sm text-muted">
      <Hourglass aria-hidden size={14} className="mt-1 shrink-0" />
      <span>
        {say(`writing:${state}`, { ahead })} {reason}
      </span>
    </p>
  );
}

"use client";

import { TriangleAlert } from "lucide-react";
import { Popover } from "@/components/ui/popover.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import type { LookWords } from "@/lib/words/look-words.ts";

const sentences = catalogue({ en: list });

type RowLookProps = { looks: LookWords[]; name: string };

/** Why a person must look: the first reason in a few words, all of them a press away. */
export function RowLook({ looks, name }: RowLookProps) {
  const say = useWords(sentences);
  const [first, ...more] = looks;
  if (!first) return null;
  const label = say("look", { name });
  return (
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          aria-label={
            more.length > 0
              ? say("look:more", { brief: first.brief, count: more.length, name })
              : say("look:one", { brief: first.brief, name })
          }
          className="relative z-10 inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-mark text-start text-xs text-muted underline decoration-dotted underline-offset-4 hover:text-ink"
        >
          <TriangleAlert aria-hidden size={13} className="shrink-0 text-caution" />
          <span className="truncate">{first.brief}</span>
          {more.length > 0 ? <span className="shrink-0">+{more.length}</span> : null}
        </button>
      }
    >
      <ul className="flex list-disc flex-col gap-1.5 ps-4">
        {looks.map(({ brief, sentence }) => (
          <li key={brief}>{sentence}</li>
        ))}
      </ul>
    </Popover>
  );
}

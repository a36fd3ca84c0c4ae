"use client";

import { TriangleAlert } from "lucide-react";
import { Popover } from "@/components/ui/popover.tsx";
import type { LookWords } from "@/lib/words/look-words.ts";

type RowLookProps = { looks: LookWords[]; name: string };

/** Why a person must look: the first reason in a few words, all of them a press away. */
export function RowLook({ looks, name }: RowLookProps) {
  const [first, ...more] = looks;
  if (!first) return null;
  const label = `Why ${name} needs a person’s look`;
  return (
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          aria-label={`${first.brief}${more.length > 0 ? ` and ${more.length} more` : ""}. ${label}`}
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

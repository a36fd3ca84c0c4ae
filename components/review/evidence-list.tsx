"use client";

import { useWords } from "@/components/words/use-words.ts";
import type { ReviewEvidence } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { JumpLink } from "./jump-link.tsx";
import { NAMES, nameOf } from "./names.ts";
import { QuoteButton } from "./quote-button.tsx";
import { Remark } from "./remark.tsx";

const sentences = catalogue({ en: scores });

type Quoted = { evidence: ReviewEvidence; position: number };
type EvidenceListProps = {
  label: string;
  quotes: Quoted[];
  /** What stands beside each quote: the question it is from, or the category it speaks for. */
  beside: "question" | "category";
};

/** Quotes that a score rests on. A click on one plays its moment. */
export function EvidenceList({ label, quotes, beside }: EvidenceListProps) {
  const say = useWords(sentences);
  const name = useWords(NAMES);
  return (
    <ul aria-label={label} className="flex flex-col gap-1">
      {quotes.map(({ evidence, position }) => (
        <li key={`${position} ${evidence.category} ${evidence.note} ${evidence.quote}`} className="text-sm">
          <QuoteButton quoted={evidence} />
          <p className="ps-7.5 pb-2 text-muted">
            {beside === "category" ? (
              nameOf("category", evidence.category, name)
            ) : (
              <JumpLink to={`question-${position}`} className="rounded-mark underline hover:text-ink">
                {say("question", { position })}
              </JumpLink>
            )}{" "}
            · <Remark>{evidence.note}</Remark>
          </p>
        </li>
      ))}
    </ul>
  );
}

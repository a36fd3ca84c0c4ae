"use client";

import type { RefObject } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewDecision } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision as ofDecisions } from "@/lib/words/en/review/decision.ts";

const sentences = catalogue({ en: ofDecisions });

type DecidedMeanwhileProps = {
  decision: ReviewDecision;
  place: RefObject<HTMLDivElement | null>;
  /** Null while theirs is being saved. */
  onSave: (() => void) | null;
  onDrop: () => void;
};

/** Somebody decided while this person was writing: what they said, and the two ways on. Nothing is overruled unknowingly. */
export function DecidedMeanwhile({ decision, place, onSave, onDrop }: DecidedMeanwhileProps) {
  const say = useWords(sentences);
  const { by, at, reason } = decision;
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Alert tone="caution" title={say("news:title", { name: by, decision: decision.decision })} announce="alert">
        <p>
          {say.rich("news:words", {
            at: () => <LocalTime at={at} format="long" />,
            reason: () => <q className="break-words">{reason}</q>,
          })}
        </p>
        <p className="mt-2">{say("news:both")}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button size="small" loading={onSave === null} onClick={onSave ?? undefined}>
            {say("news:save")}
          </Button>
          <Button size="small" variant="quiet" onClick={onDrop}>
            {say("news:drop")}
          </Button>
        </div>
      </Alert>
    </div>
  );
}

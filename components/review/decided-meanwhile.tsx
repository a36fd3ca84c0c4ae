"use client";

import type { RefObject } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { ReviewDecision } from "@/lib/contract/review.ts";
import { VERDICT_WORDS } from "./words.ts";

type DecidedMeanwhileProps = {
  decision: ReviewDecision;
  place: RefObject<HTMLDivElement | null>;
  /** Null while theirs is being saved. */
  onSave: (() => void) | null;
  onDrop: () => void;
};

/** Somebody decided while this person was writing: what they said, and the two ways on. Nothing is overruled unknowingly. */
export function DecidedMeanwhile({ decision, place, onSave, onDrop }: DecidedMeanwhileProps) {
  const { by, at, reason } = decision;
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Alert tone="caution" title={`${by} has decided: ${VERDICT_WORDS[decision.decision].label}`} announce="alert">
        <p>
          <LocalTime at={at} format="long" />, while you were writing: <q className="break-words">{reason}</q>
        </p>
        <p className="mt-2">If you save yours, it counts instead. Both stay in the history.</p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button size="small" loading={onSave === null} onClick={onSave ?? undefined}>
            Save mine all the same
          </Button>
          <Button size="small" variant="quiet" onClick={onDrop}>
            Drop mine
          </Button>
        </div>
      </Alert>
    </div>
  );
}

"use client";

import { Ellipsis, RotateCcw, Ruler } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuHeader, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import type { Review } from "@/lib/contract/review.ts";
import { callsFor, type ScoringOffer } from "@/lib/domain/scoring-offer.ts";
import { countOf } from "./format.ts";
import { useAnalyse } from "./use-analyse.ts";
import { answersToRead } from "./words.ts";

type ScoreAgainProps = { interviewId: string; offer: ScoringOffer; questions: Review["questions"] };

/** The ways to have a finished analysis made anew, with what each costs. */
export function ScoreAgain({ interviewId, offer: { model }, questions }: ScoreAgainProps) {
  const analyse = useAnalyse(interviewId);
  const start = (scorer: "configured" | "offline") => () => {
    if (!analyse.isPending) analyse.mutate({ scorer });
  };
  const calls = model ? callsFor(answersToRead(questions), model.readings) : 0;
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" iconOnly aria-label="Score again" loading={analyse.isPending}>
          <Ellipsis aria-hidden size={18} />
        </Button>
      }
    >
      <MenuHeader>
        <span className="block max-w-64 text-xs break-words text-muted">
          {model
            ? `${model.name} at ${model.host} is asked ${countOf(calls, "time")} or a few more, at its price. The rubric asks nobody. This analysis is kept.`
            : "The rubric asks nobody and costs nothing. This analysis is kept."}
        </span>
      </MenuHeader>
      <MenuSeparator />
      <MenuItem icon={RotateCcw} onSelect={start("configured")}>
        {model ? "Score again with the model" : "Score again"}
      </MenuItem>
      {model ? (
        <MenuItem icon={Ruler} onSelect={start("offline")}>
          Use the rubric estimate
        </MenuItem>
      ) : null}
    </Menu>
  );
}

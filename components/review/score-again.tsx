"use client";

import { Ellipsis, RotateCcw, Ruler } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuHeader, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review } from "@/lib/contract/review.ts";
import { callsFor, type ScoringOffer } from "@/lib/domain/scoring-offer.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { AsIs } from "./as-is.tsx";
import { useAnalyse } from "./use-analyse.ts";
import { answersToRead } from "./words.ts";

const sentences = catalogue({ en: scores });

type ScoreAgainProps = { interviewId: string; offer: ScoringOffer; questions: Review["questions"] };

/** The ways to have a finished analysis made anew, with what each costs. */
export function ScoreAgain({ interviewId, offer: { model }, questions }: ScoreAgainProps) {
  const say = useWords(sentences);
  const analyse = useAnalyse(interviewId);
  const start = (scorer: "configured" | "offline") => () => {
    if (!analyse.isPending) analyse.mutate({ scorer });
  };
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" iconOnly aria-label={say("again")} loading={analyse.isPending}>
          <Ellipsis aria-hidden size={18} />
        </Button>
      }
    >
      <MenuHeader>
        <span className="block max-w-64 text-xs break-words text-muted">
          {model
            ? say.rich("again:model", {
                model: () => <AsIs>{model.name}</AsIs>,
                host: () => <AsIs>{model.host}</AsIs>,
                calls: callsFor(answersToRead(questions), model.readings),
              })
            : say("again:rubric")}
        </span>
      </MenuHeader>
      <MenuSeparator />
      <MenuItem icon={RotateCcw} onSelect={start("configured")}>
        {model ? say("again_model") : say("again")}
      </MenuItem>
      {model ? (
        <MenuItem icon={Ruler} onSelect={start("offline")}>
          {say("use_rubric")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}

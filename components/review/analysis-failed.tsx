"use client";

import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { callsFor, type ScoringOffer } from "@/lib/domain/scoring-offer.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { AsIs } from "./as-is.tsx";
import { useAnalyse } from "./use-analyse.ts";
import { answersToRead } from "./words.ts";

const sentences = catalogue({ en: scores });

type AnalysisFailedProps = {
  interviewId: string;
  analysis: ReviewAnalysis;
  offer: ScoringOffer;
  questions: Review["questions"];
};

/** An analysis that did not succeed: why, what is kept, and the two ways on. A failure is never a score. */
export function AnalysisFailed({ interviewId, analysis, offer, questions }: AnalysisFailedProps) {
  const say = useWords(sentences);
  return (
    <>
      <Alert tone="negative" title={say("failed")}>
        <p>{analysis.error ?? say("failed:unknown")}</p>
        <p className="mt-2">{say("failed:kept")}</p>
      </Alert>
      {offer.mayScore ? (
        <WaysOn interviewId={interviewId} offer={offer} questions={questions} />
      ) : (
        <p className="mt-3 text-sm text-muted">{say("failed:others")}</p>
      )}
    </>
  );
}

function WaysOn({ interviewId, offer: { model }, questions }: Omit<AnalysisFailedProps, "analysis">) {
  const say = useWords(sentences);
  const analyse = useAnalyse(interviewId);
  const asked = analyse.isPending ? analyse.variables.scorer : null;
  const start = (scorer: "configured" | "offline") => () => {
    if (!analyse.isPending) analyse.mutate({ scorer });
  };
  return (
    <div className="mt-4 print:hidden">
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button variant="primary" loading={asked === "configured"} onClick={start("configured")}>
          {say("try_again")}
        </Button>
        {model ? (
          <Button loading={asked === "offline"} onClick={start("offline")}>
            {say("use_rubric")}
          </Button>
        ) : null}
      </div>
      <p className="mt-3 max-w-prose text-sm text-muted">
        {model
          ? say.rich("try:model", {
              model: () => <AsIs>{model.name}</AsIs>,
              host: () => <AsIs>{model.host}</AsIs>,
              calls: callsFor(answersToRead(questions), model.readings),
            })
          : say("try:rubric")}
      </p>
    </div>
  );
}

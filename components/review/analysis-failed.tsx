"use client";

import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { callsFor, type ScoringOffer } from "@/lib/domain/scoring-offer.ts";
import { countOf } from "./format.ts";
import { useAnalyse } from "./use-analyse.ts";
import { answersToRead } from "./words.ts";

type AnalysisFailedProps = {
  interviewId: string;
  analysis: ReviewAnalysis;
  offer: ScoringOffer;
  questions: Review["questions"];
};

/** An analysis that did not succeed: why, what is kept, and the two ways on. A failure is never a score. */
export function AnalysisFailed({ interviewId, analysis, offer, questions }: AnalysisFailedProps) {
  return (
    <>
      <Alert tone="negative" title="The analysis did not succeed">
        <p>{analysis.error ?? "Something went wrong on our side."}</p>
        <p className="mt-2">
          This try has no scores. The recording and the answers are complete, and you can decide by them.
        </p>
      </Alert>
      {offer.mayScore ? (
        <WaysOn interviewId={interviewId} offer={offer} questions={questions} />
      ) : (
        <p className="mt-3 text-sm text-muted">Recruiters and owners can have it tried again.</p>
      )}
    </>
  );
}

function WaysOn({ interviewId, offer: { model }, questions }: Omit<AnalysisFailedProps, "analysis">) {
  const analyse = useAnalyse(interviewId);
  const asked = analyse.isPending ? analyse.variables.scorer : null;
  const start = (scorer: "configured" | "offline") => () => {
    if (!analyse.isPending) analyse.mutate({ scorer });
  };
  return (
    <div className="mt-4 print:hidden">
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button variant="primary" loading={asked === "configured"} onClick={start("configured")}>
          Try again
        </Button>
        {model ? (
          <Button loading={asked === "offline"} onClick={start("offline")}>
            Use the rubric estimate
          </Button>
        ) : null}
      </div>
      <p className="mt-3 max-w-prose text-sm text-muted">
        {model
          ? `Trying again asks ${model.name} at ${model.host}, with up to ${countOf(callsFor(answersToRead(questions), model.readings), "call")}; those that had succeeded are not paid for twice. The rubric estimate asks nobody and costs nothing: it looks at wording and structure, and is not AI.`
          : "No model is configured, so the answers are scored by the rubric: it looks at wording and structure, is not AI and costs nothing."}
      </p>
    </div>
  );
}

"use client";

import { useLocale } from "#use-locale";
import { Card } from "@/components/ui/card.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { isAnalysisUnderWay } from "@/lib/client/review-queries.ts";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import type { ScoringOffer } from "@/lib/domain/scoring-offer.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { shortMethodWords } from "@/lib/words/method-words.ts";
import { AnalysisFailed } from "./analysis-failed.tsx";
import { AnalysisVersions } from "./analysis-versions.tsx";
import { BesideRubric } from "./beside-rubric.tsx";
import { CategoryScores } from "./category-scores.tsx";
import { Flags } from "./flags.tsx";
import { MethodLine } from "./method-line.tsx";
import { OverallScore } from "./overall-score.tsx";
import { Provenance } from "./provenance.tsx";
import { Recommendation } from "./recommendation.tsx";
import { Remark } from "./remark.tsx";
import { ScoreAgain } from "./score-again.tsx";

const sentences = catalogue({ en: scores });

type AssessmentProps = { review: Review; offer: ScoringOffer };

/** What the scorer made of the interview: its scores, what they suggest, and how they came about. */
export function Assessment({ review, offer }: AssessmentProps) {
  const say = useWords(sentences);
  const { analysis, standing_analysis: standing, interview_id: id, questions } = review;
  return (
    <Card as="section" aria-labelledby="assessment">
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="assessment" tabIndex={-1} className="text-lg">
          {say("title")}
        </h2>
        {analysis?.status === "completed" ? (
          <span className="flex min-w-0 items-center justify-between gap-2 max-sm:w-full sm:ms-auto">
            <span className="min-w-0 text-sm break-words text-muted">
              <MethodLine analysis={analysis} />
            </span>
            {offer.mayScore ? (
              <span className="print:hidden">
                <ScoreAgain interviewId={id} offer={offer} questions={questions} />
              </span>
            ) : null}
          </span>
        ) : null}
      </div>
      {/* Only that something changed is read out; what is opened below is read where it stands. */}
      <p role="status" className="sr-only">
        {analysis ? say(`status:${analysis.status}`) : null}
      </p>
      <div className="mt-4">
        {analysis?.status === "completed" ? (
          <Scores review={review} analysis={analysis} />
        ) : (
          <NoScores review={review} offer={offer} />
        )}
        {standing ? (
          <div className="mt-6 border-t border-hairline pt-6">
            <p className="mb-4 text-sm text-muted">
              {say.rich("standing", {
                version: standing.version,
                method: () => <MethodLine analysis={standing} />,
              })}
            </p>
            <Scores review={review} analysis={standing} />
          </div>
        ) : null}
      </div>
      {analysis ? (
        <div className="mt-4 empty:hidden print:hidden">
          <AnalysisVersions interviewId={id} versions={analysis.versions} />
        </div>
      ) : null}
    </Card>
  );
}

function NoScores({ review: { analysis, state, interview_id, questions }, offer }: AssessmentProps) {
  const say = useWords(sentences);
  if (!analysis) {
    const isOver = state === "expired" || state === "revoked";
    return <p className="text-sm text-muted">{isOver ? say("unfinished") : say("not_yet")}</p>;
  }
  if (isAnalysisUnderWay(analysis)) return <UnderWay analysis={analysis} />;
  return <AnalysisFailed interviewId={interview_id} analysis={analysis} offer={offer} questions={questions} />;
}

function UnderWay({ analysis }: { analysis: ReviewAnalysis }) {
  const say = useWords(sentences);
  return (
    <div className="py-4">
      <Progress label={say("analysing")} value={null} />
      <p className="mt-3 text-sm text-muted">
        {say(`status:${analysis.status}`)} {say("soon")}
        {analysis.version > 1 ? ` ${say("earlier_kept")}` : null}
      </p>
    </div>
  );
}

function Scores({
  review: { template, questions, decisions },
  analysis,
}: {
  review: Review;
  analysis: ReviewAnalysis;
}) {
  const { recommendation, overall_feedback: feedback, flags } = analysis;
  const method = shortMethodWords(analysis.method, useLocale());
  return (
    <div className="flex flex-col gap-6">
      <OverallScore analysis={analysis} method={method} questions={questions} />
      <BesideRubric {...analysis} />
      <Recommendation recommendation={recommendation} method={method} decisions={decisions} />
      <Flags flags={flags} />
      <CategoryScores analysis={analysis} questions={questions} />
      {feedback ? (
        <p className="max-w-prose text-sm whitespace-pre-line">
          <Remark>{feedback}</Remark>
        </p>
      ) : null}
      <Provenance analysis={analysis} template={template} />
    </div>
  );
}

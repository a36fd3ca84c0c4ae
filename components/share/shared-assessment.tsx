"use client";

import { CategoryScores } from "@/components/review/category-scores.tsx";
import { Flags } from "@/components/review/flags.tsx";
import { OverallScore } from "@/components/review/overall-score.tsx";
import { Provenance } from "@/components/review/provenance.tsx";
import { Recommendation } from "@/components/review/recommendation.tsx";
import { shortMethod } from "@/components/review/words.ts";
import { Card } from "@/components/ui/card.tsx";
import type { SharedReview } from "@/lib/contract/shared-review.ts";

/** The scores with their method and what they rest on; no ways to change them, and no decision. */
export function SharedAssessment({ review: { analysis, questions, template } }: { review: SharedReview }) {
  if (analysis?.status !== "completed") return <NoScores />;
  const method = shortMethod(analysis.method_label ?? "");
  return (
    <Card as="section" aria-labelledby="assessment">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="assessment" className="text-lg">
          Assessment
        </h2>
        <span className="min-w-0 text-sm break-words text-muted">
          {[analysis.method_label, analysis.model].filter(Boolean).join(" · ")}
        </span>
      </div>
      <div className="mt-4 flex flex-col gap-6">
        <OverallScore
          coverage={analysis.coverage}
          score={analysis.overall_score}
          method={method}
          template={template}
          questions={questions}
        />
        <Recommendation recommendation={analysis.recommendation} method={method} decisions={null} />
        <Flags flags={analysis.flags} />
        <CategoryScores analysis={analysis} questions={questions} />
        {analysis.overall_feedback ? (
          <p className="max-w-prose text-sm whitespace-pre-line">{analysis.overall_feedback}</p>
        ) : null}
        <Provenance analysis={analysis} template={template} />
      </div>
    </Card>
  );
}

function NoScores() {
  return (
    <Card as="section" aria-labelledby="assessment">
      <h2 id="assessment" className="text-lg">
        Assessment
      </h2>
      <p className="mt-4 text-sm text-muted">
        There are no scores now. Recording and answers are complete without them.
      </p>
    </Card>
  );
}

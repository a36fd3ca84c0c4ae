"use client";

import { useLocale } from "#use-locale";
import { CategoryScores } from "@/components/review/category-scores.tsx";
import { Flags } from "@/components/review/flags.tsx";
import { MethodLine } from "@/components/review/method-line.tsx";
import { OverallScore } from "@/components/review/overall-score.tsx";
import { Provenance } from "@/components/review/provenance.tsx";
import { Recommendation } from "@/components/review/recommendation.tsx";
import { Remark } from "@/components/review/remark.tsx";
import { Card } from "@/components/ui/card.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { SharedReview } from "@/lib/contract/shared-review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { shortMethodWords } from "@/lib/words/method-words.ts";

const sentences = catalogue({ en: scores });

/** The scores with their method and what they rest on; no ways to change them, and no decision. */
export function SharedAssessment({ review: { analysis, questions, template } }: { review: SharedReview }) {
  const locale = useLocale();
  if (analysis?.status !== "completed") return <NoScores />;
  const method = shortMethodWords(analysis.method, locale);
  return (
    <Card as="section" aria-labelledby="assessment">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="assessment" className="text-lg">
          {sentences.in(locale)("title")}
        </h2>
        <span className="min-w-0 text-sm break-words text-muted">
          <MethodLine analysis={analysis} />
        </span>
      </div>
      <div className="mt-4 flex flex-col gap-6">
        <OverallScore analysis={analysis} method={method} questions={questions} />
        <Recommendation recommendation={analysis.recommendation} method={method} decisions={null} />
        <Flags flags={analysis.flags} />
        <CategoryScores analysis={analysis} questions={questions} />
        {analysis.overall_feedback ? (
          <p className="max-w-prose text-sm whitespace-pre-line">
            <Remark>{analysis.overall_feedback}</Remark>
          </p>
        ) : null}
        <Provenance analysis={analysis} template={template} />
      </div>
    </Card>
  );
}

function NoScores() {
  const say = useWords(sentences);
  return (
    <Card as="section" aria-labelledby="assessment">
      <h2 id="assessment" className="text-lg">
        {say("title")}
      </h2>
      <p className="mt-4 text-sm text-muted">{say("none_now")}</p>
    </Card>
  );
}

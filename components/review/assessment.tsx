import { Alert } from "@/components/ui/alert.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import { isAnalysisUnderWay } from "@/lib/client/review-queries.ts";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { CATEGORIES } from "@/lib/domain/scoring.ts";
import { Flags } from "./flags.tsx";
import { OverallScore } from "./overall-score.tsx";
import { ScoreBar } from "./score-bar.tsx";
import { CATEGORY_WORDS, shortMethod, VERDICT_WORDS } from "./words.ts";

type AssessmentProps = Pick<Review, "analysis" | "template" | "questions" | "state">;

/** What the scorer made of the interview: its scores, what they suggest, and how they came about. */
export function Assessment({ analysis, template, questions, state }: AssessmentProps) {
  return (
    <Card as="section" aria-labelledby="assessment">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="assessment" className="text-lg">
          Assessment
        </h2>
        {analysis?.method_label ? <span className="text-sm text-muted">{analysis.method_label}</span> : null}
      </div>
      <div aria-live="polite" className="mt-4">
        {analysis?.status === "completed" ? (
          <Scores analysis={analysis} template={template} questions={questions} />
        ) : (
          <NoScores analysis={analysis} state={state} />
        )}
      </div>
    </Card>
  );
}

function NoScores({ analysis, state }: Pick<Review, "analysis" | "state">) {
  if (!analysis) {
    const isOver = state === "expired" || state === "revoked";
    return (
      <p className="text-sm text-muted">
        {isOver
          ? "The interview was not finished, so it is not analysed."
          : "The answers are analysed once the interview has ended."}
      </p>
    );
  }
  if (isAnalysisUnderWay(analysis)) {
    return (
      <div className="py-4">
        <Progress label="Analysing the answers" value={null} />
        <p className="mt-3 text-sm text-muted">
          {analysis.status === "pending" ? "The answers wait to be analysed." : "The answers are being analysed."}{" "}
          Usually done within a minute; this page shows the result by itself.
        </p>
      </div>
    );
  }
  return (
    <Alert tone="negative" title="The analysis did not succeed">
      {analysis.error ?? "Something went wrong on our side."} There are no scores. The recording and the answers are
      complete, and you can decide by them.
    </Alert>
  );
}

type ScoresProps = { analysis: ReviewAnalysis } & Pick<Review, "template" | "questions">;

function Scores({ analysis, template, questions }: ScoresProps) {
  const { overall_score: overall, recommendation, scores, overall_feedback: feedback, flags } = analysis;
  const method = shortMethod(analysis.method_label ?? "");
  return (
    <div className="flex flex-col gap-6">
      <OverallScore score={overall} method={method} template={template} questions={questions} />
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {CATEGORIES.map((category) => (
          <ScoreBar key={category} label={CATEGORY_WORDS[category]} score={scores[category]} method={method} />
        ))}
      </div>
      {recommendation ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-hairline pt-5 text-sm">
          <span>{method} suggests</span>
          <StatusPill tone={VERDICT_WORDS[recommendation].tone} icon={VERDICT_WORDS[recommendation].icon}>
            {VERDICT_WORDS[recommendation].label}
          </StatusPill>
          <span className="text-muted">A recommendation, not a decision.</span>
        </div>
      ) : null}
      {feedback ? <p className="max-w-prose text-sm whitespace-pre-line">{feedback}</p> : null}
      <Flags flags={flags} />
      <Explanation analysis={analysis} template={template} />
    </div>
  );
}

function Explanation({ analysis, template }: Omit<ScoresProps, "questions">) {
  return (
    <Disclosure summary="How these numbers came about">
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 ps-5 text-sm text-muted marker:text-outline">
        <li>
          {analysis.method_label}
          {analysis.rubric_version ? `, rubric version ${analysis.rubric_version}` : null}; analysis {analysis.version}{" "}
          of this interview
          {analysis.completed_at ? (
            <>
              , <LocalTime at={analysis.completed_at} format="long" />
            </>
          ) : null}
          .
        </li>
        <li>Each question is scored on its own by what is said in its transcript. Voice and looks play no part.</li>
        <li>
          The overall score is the mean of the four categories, weighted as the interview “{template.name}” says. What
          is not assessed is left out and never counts as zero.
        </li>
        <li>
          From {template.pass_threshold} up it suggests moving forward, below {template.fail_threshold} declining, and
          anything between or in doubt another look.
        </li>
      </ul>
    </Disclosure>
  );
}

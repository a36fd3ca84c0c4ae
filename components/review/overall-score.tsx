import type { Review } from "@/lib/contract/review.ts";
import { scoreOf } from "./format.ts";

type OverallScoreProps = { score: number | null; method: string } & Pick<Review, "template" | "questions">;

/** The overall score on its scale, with the two thresholds and what it rests on. */
export function OverallScore({ score, method, template, questions }: OverallScoreProps) {
  const assessed = questions.filter(({ analysis }) => analysis !== null && analysis.score !== null).length;
  const basis = `${method}, from ${assessed} of ${questions.length} ${questions.length === 1 ? "question" : "questions"}`;
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-3xl font-strong">{score === null ? "Not assessed" : scoreOf(score)}</span>
        {score === null ? null : <span className="text-sm text-muted">of 100 overall</span>}
        <span className="ms-auto text-sm text-muted">{basis}</span>
      </div>
      {score === null ? (
        <p className="mt-2 text-sm text-muted">The answers gave too little to judge by. That is not a low score.</p>
      ) : (
        <div className="relative mt-3 pb-6">
          <meter
            aria-label="Overall score"
            aria-valuetext={`${scoreOf(score)} of 100, ${basis}`}
            min={0}
            max={100}
            value={score}
            className="score-bar h-2"
          />
          <Threshold at={template.fail_threshold} />
          <Threshold at={template.pass_threshold} />
        </div>
      )}
    </div>
  );
}

function Threshold({ at }: { at: number }) {
  return (
    <div aria-hidden className="absolute top-0 flex -translate-x-1/2 flex-col items-center" style={{ left: `${at}%` }}>
      <span className="h-3 w-px bg-ink" />
      <span className="text-xs text-muted tabular-nums">{at}</span>
    </div>
  );
}

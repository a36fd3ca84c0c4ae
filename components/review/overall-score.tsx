import type { Coverage } from "@/lib/contract/coverage.ts";
import type { Review } from "@/lib/contract/review.ts";
import { scoreOf } from "@/lib/words/format.ts";

type OverallScoreProps = { score: number | null; method: string; coverage: Coverage | null } & Pick<
  Review,
  "template" | "questions"
>;

/** The overall score on its scale, with the two thresholds and what it rests on. */
export function OverallScore({ score, method, template, questions, coverage }: OverallScoreProps) {
  const basis = `${method}, from ${basisOf(coverage, questions)}`;
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

/** How many questions it rests on, and whose they are. */
function basisOf(coverage: Coverage | null, questions: Review["questions"]): string {
  const assessed = questions.filter(({ analysis }) => analysis !== null && analysis.score !== null).length;
  const { scored, total } = coverage ?? { scored: assessed, total: questions.length };
  const count = `${scored} of ${total} ${total === 1 ? "question" : "questions"}`;
  if (coverage === null) return count;
  if (coverage.basis === "asked" && coverage.of_program > 0) return `${count} that your own program asked`;
  return coverage.unvouched > 0 ? `${count}, beside ${coverage.unvouched} of the candidate’s side` : count;
}

function Threshold({ at }: { at: number }) {
  return (
    <div aria-hidden className="absolute top-0 flex -translate-x-1/2 flex-col items-center" style={{ left: `${at}%` }}>
      <span className="h-3 w-px bg-ink" />
      <span className="text-xs text-muted tabular-nums">{at}</span>
    </div>
  );
}

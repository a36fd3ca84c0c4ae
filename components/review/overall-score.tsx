import { useLocale } from "#use-locale";
import type { Coverage } from "@/lib/contract/coverage.ts";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import type { Band } from "@/lib/contract/score-band.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { bandWords, saidWith } from "./band-words.ts";
import { LimitsLine } from "./limits-line.tsx";

const sentences = catalogue({ en: scores });

type OverallScoreProps = { analysis: ReviewAnalysis; method: string } & Pick<Review, "questions">;

/** The overall score on its scale, with what it could as well have been, the two limits and what they and it rest on. */
export function OverallScore({ analysis, method, questions }: OverallScoreProps) {
  const { overall_score: score, overall_band: band, coverage, cuts } = analysis;
  const locale = useLocale();
  const say = sentences.in(locale);
  const basis = basisOf(method, coverage, questions, say);
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-3">
        {score === null ? (
          <span className="text-3xl font-strong">{say("not_assessed")}</span>
        ) : (
          say.rich("overall_of", {
            score: () => <span className="text-3xl font-strong">{scoreOf(score, locale)}</span>,
            rest: (words) => <span className="text-sm text-muted">{words}</span>,
          })
        )}
        {band === null ? null : <span className="text-sm tabular-nums">{bandWords(band, locale)}</span>}
        <span className="ms-auto text-sm text-muted">{basis}</span>
      </div>
      {score === null ? (
        <p className="mt-2 text-sm text-muted">{say("too_little")}</p>
      ) : (
        <>
          <div className="relative mt-3 pb-6">
            <meter
              aria-label={say("overall")}
              aria-valuetext={say("valued", { score: scoreOf(score, locale), method: saidWith(band, basis, locale) })}
              min={0}
              max={100}
              value={score}
              className="score-bar h-2"
            />
            {band === null ? null : <BandMark band={band} />}
            <Threshold at={cuts.fail} />
            <Threshold at={cuts.pass} />
          </div>
          <LimitsLine analysis={analysis} />
        </>
      )}
    </div>
  );
}

/** By what it was made, and on how many questions it rests and whose they are. */
function basisOf(
  method: string,
  coverage: Coverage | null,
  questions: Review["questions"],
  say: Say<typeof scores>,
): string {
  const assessed = questions.filter(({ analysis }) => analysis !== null && analysis.score !== null).length;
  const { scored, total } = coverage ?? { scored: assessed, total: questions.length };
  const counted = { method, scored, total };
  if (coverage === null) return say("basis", counted);
  if (coverage.basis === "asked" && coverage.of_program > 0) return say("basis_program", counted);
  return coverage.unvouched > 0
    ? say("basis_beside", { ...counted, unvouched: coverage.unvouched })
    : say("basis", counted);
}

/** Where the score lies, as a line under its bar. */
function BandMark({ band: { low, high } }: { band: NonNullable<Band> }) {
  return (
    <div
      aria-hidden
      className="absolute top-2.5 h-1 rounded-pill bg-outline"
      style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }}
    />
  );
}

/** Logical, as the meter's own length is. */
function Threshold({ at }: { at: number }) {
  return (
    <div
      aria-hidden
      className="absolute top-0 flex -translate-x-1/2 flex-col items-center rtl:translate-x-1/2"
      style={{ insetInlineStart: `${at}%` }}
    >
      <span className="h-3 w-px bg-ink" />
      <span className="text-xs text-muted tabular-nums">{at}</span>
    </div>
  );
}

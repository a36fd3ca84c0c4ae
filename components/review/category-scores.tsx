import { useLocale } from "#use-locale";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewAnalysis, ReviewQuestion } from "@/lib/contract/review.ts";
import { CRITERIA, type Criterion } from "@/lib/domain/criteria.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import type { Locale } from "@/lib/words/locale.ts";
import { shortMethodWords } from "@/lib/words/method-words.ts";
import { saidWith } from "./band-words.ts";
import { evidenceOf } from "./category-evidence.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { NAMES } from "./names.ts";
import { ScoreBar } from "./score-bar.tsx";
import { rangeWords, spreadWords } from "./spread-words.ts";

const sentences = catalogue({ en: scores });

type CategoryScoresProps = { analysis: ReviewAnalysis; questions: ReviewQuestion[] };

/** The four scores, each with how sure it is and the quotes it rests on. */
export function CategoryScores({ analysis, questions }: CategoryScoresProps) {
  const say = useWords(sentences);
  return (
    <ul aria-label={say("categories")} className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      {CRITERIA.map((category) => (
        <CategoryScore key={category} category={category} analysis={analysis} questions={questions} />
      ))}
    </ul>
  );
}

function CategoryScore({ category, analysis, questions }: CategoryScoresProps & { category: Criterion }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const score = analysis.scores[category];
  const quotes = evidenceOf(questions, category);
  const label = NAMES.in(locale)(`category:${category}`);
  const sureness = surenessOf(category, analysis, questions, locale);
  const band = analysis.bands[category];
  const method = say("by", {
    method: shortMethodWords(analysis.method, locale),
    sureness: saidWith(band, sureness, locale),
  });
  return (
    <li className="has-[details[open]]:col-span-full">
      <ScoreBar label={label} score={score} band={band} method={method} />
      <p className="mt-1.5 text-xs text-muted tabular-nums">{score === null ? say("no_evidence") : sureness}</p>
      {quotes.length > 0 ? (
        <Disclosure summary={say("quotes", { category: label, count: quotes.length })} className="mt-1">
          <EvidenceList label={say("quotes_for", { category: label })} quotes={quotes} beside="question" />
        </Disclosure>
      ) : score === null ? null : (
        <p className="mt-1.5 text-xs text-muted">{say("no_quote")}</p>
      )}
    </li>
  );
}

function surenessOf(
  category: Criterion,
  analysis: ReviewAnalysis,
  questions: ReviewQuestion[],
  locale: Locale,
): string {
  const scored = questions.flatMap((question) => question.analysis ?? []);
  const readings = Math.max(0, ...scored.map((found) => found.readings));
  const levels = scored.map((found) => found.levels[category]);
  const spread = spreadWords({ method: analysis.method, readings, spread: analysis.spread[category] }, locale);
  return [spread, rangeWords(levels, locale)].filter(Boolean).join(" · ");
}

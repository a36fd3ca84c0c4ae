import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { ReviewAnalysis, ReviewQuestion } from "@/lib/contract/review.ts";
import { CRITERIA, type Criterion } from "@/lib/domain/criteria.ts";
import { evidenceOf } from "./category-evidence.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { ScoreBar } from "./score-bar.tsx";
import { rangeWords, spreadWords } from "./spread-words.ts";
import { CATEGORY_WORDS, shortMethod } from "./words.ts";

type CategoryScoresProps = { analysis: ReviewAnalysis; questions: ReviewQuestion[] };

/** The four scores, each with how sure it is and the quotes it rests on. */
export function CategoryScores({ analysis, questions }: CategoryScoresProps) {
  return (
    <ul aria-label="Scores by category" className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
      {CRITERIA.map((category) => (
        <CategoryScore key={category} category={category} analysis={analysis} questions={questions} />
      ))}
    </ul>
  );
}

function CategoryScore({ category, analysis, questions }: CategoryScoresProps & { category: Criterion }) {
  const score = analysis.scores[category];
  const quotes = evidenceOf(questions, category);
  const label = CATEGORY_WORDS[category];
  const sureness = surenessOf(category, analysis, questions);
  return (
    <li className="has-[details[open]]:col-span-full">
      <ScoreBar label={label} score={score} method={`${shortMethod(analysis.method_label ?? "")}, ${sureness}`} />
      <p className="mt-1.5 text-xs text-muted tabular-nums">
        {score === null ? "No answer gave evidence for it, so the overall score leaves it out." : sureness}
      </p>
      {quotes.length > 0 ? (
        <Disclosure summary={`${label}: ${quotes.length} ${quotes.length === 1 ? "quote" : "quotes"}`} className="mt-1">
          <EvidenceList label={`Quotes for ${label}`} quotes={quotes} beside="question" />
        </Disclosure>
      ) : score === null ? null : (
        <p className="mt-1.5 text-xs text-muted">No quote stands behind this score.</p>
      )}
    </li>
  );
}

function surenessOf(category: Criterion, analysis: ReviewAnalysis, questions: ReviewQuestion[]): string {
  const scored = questions.flatMap((question) => question.analysis ?? []);
  const readings = Math.max(0, ...scored.map((found) => found.readings));
  const range = rangeWords(scored.map(({ levels }) => levels[category]));
  const spread = spreadWords({ method: analysis.method, readings, spread: analysis.spread[category] });
  return [spread, range].filter(Boolean).join(" · ");
}

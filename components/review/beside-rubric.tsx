import { useLocale } from "#use-locale";
import type { ReviewAnalysis, ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { AsIs } from "./as-is.tsx";
import { besideRubricWords } from "./beside-rubric-words.ts";

const sentences = catalogue({ en: scores });

/** What the built-in rubric finds where a model gave the score. */
export function BesideRubric(beside: Pick<ReviewAnalysis, "rubric_score" | "disagreement">) {
  const words = besideRubricWords(beside, useLocale());
  return words === null ? null : <p className="text-sm text-muted tabular-nums">{words}</p>;
}

/** What each model gave an answer, where that says more than the score beside it: it does not count, or there are two. */
export function ModelScores({ score, model_scores: models }: Pick<ReviewQuestionAnalysis, "score" | "model_scores">) {
  const locale = useLocale();
  const say = sentences.in(locale);
  if (models.length < 2 && (score !== null || models.every((each) => each.score === null))) return null;
  return (
    <ul className="text-sm tabular-nums">
      {models.map((each) => (
        <li key={each.model}>
          {say.rich(each.score === null ? "gave_none" : "gave", {
            model: () => <AsIs>{each.model}</AsIs>,
            score: each.score === null ? "" : scoreOf(each.score, locale),
          })}
        </li>
      ))}
    </ul>
  );
}

import type { ReviewAnalysis } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { scoreOf } from "@/lib/words/format.ts";
import type { Locale } from "@/lib/words/locale.ts";

const sentences = catalogue({ en: scores });

type Beside = Pick<ReviewAnalysis, "rubric_score" | "disagreement">;

/** How a model's score stands to the rubric's: `The built-in rubric finds 38.0: 41 points lower.` Null where there is nothing beside it. */
export function besideRubricWords({ rubric_score: rubric, disagreement }: Beside, locale: Locale): string | null {
  if (rubric === null || disagreement === null) return null;
  const points = Math.round(Math.abs(disagreement));
  const which = points === 0 ? "same" : disagreement > 0 ? "lower" : "higher";
  return sentences.in(locale)(`rubric:${which}`, { rubric: scoreOf(rubric, locale), points });
}

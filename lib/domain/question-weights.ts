import {
  ASKED_BY_TYPE,
  CRITERIA,
  type Criterion,
  type CriterionScores,
  type CriterionWeights,
  NO_SCORES,
  type QuestionType,
} from "./criteria.ts";
import { roundToTenth, weightedMean } from "./scoring.ts";

/** Other spellings of a type, as clients send them. */
const SAME_TYPE: Readonly<Record<string, QuestionType>> = {
  behavioural: "behavioral",
  behaviour: "behavioral",
  behavior: "behavioral",
  cultural: "culture",
  cultural_fit: "culture",
  "culture fit": "culture",
  "cultural fit": "culture",
  values: "culture",
  tech: "technical",
  coding: "technical",
  situation: "situational",
  case: "situational",
};

const BY_DIFFICULTY: ReadonlyMap<string, number> = new Map([
  ["easy", 0.8],
  ["medium", 1],
  ["hard", 1.2],
]);

/** The type a client meant; a word that is not in the table counts as `general`. */
export function questionType(type: string): QuestionType {
  const word = type.trim().toLowerCase();
  if (Object.hasOwn(ASKED_BY_TYPE, word)) return word as QuestionType;
  return (Object.hasOwn(SAME_TYPE, word) ? SAME_TYPE[word] : undefined) ?? "general";
}

/** How much a question of this type says about each criterion; sums to 1. */
export function typeWeights(type: string): CriterionWeights {
  return ASKED_BY_TYPE[questionType(type)];
}

/** .8, 1 or 1.2; a word that is not in the table counts as medium. */
export function difficultyWeight(difficulty: string): number {
  return BY_DIFFICULTY.get(difficulty.trim().toLowerCase()) ?? 1;
}

/** The score of one question: its levels by criterion (0–100 or null), weighted by its type; one decimal, null when none is known. */
export function questionScore(type: string, levels: CriterionScores): number | null {
  const weights = typeWeights(type);
  const mean = weightedMean(CRITERIA.map((criterion) => ({ value: levels[criterion], weight: weights[criterion] })));
  return mean === null ? null : roundToTenth(mean);
}

export type WeighedQuestion = {
  type: string;
  difficulty: string;
  levels: CriterionScores;
  /** The criteria for which a verified quote stands in the answer. */
  shown: readonly Criterion[];
};

/**
 * The scores of an interview by criterion: each the mean of the assessed questions' levels, weighted by type × difficulty;
 * one decimal. A criterion that no assessed question was asked for is estimated from the answers that show it anyway, by a verified
 * quote, and named in `indirect`; where none does it is null, not assessed. The order of the questions changes nothing.
 */
export function interviewCategories(questions: readonly WeighedQuestion[]): {
  scores: CriterionScores;
  indirect: Criterion[];
} {
  const scores: CriterionScores = { ...NO_SCORES };
  const indirect: Criterion[] = [];
  for (const criterion of CRITERIA) {
    const weighed = criterionWeights(questions, criterion);
    const mean = criterionMean(questions, criterion, weighed.weights);
    if (mean === null) continue;
    scores[criterion] = roundToTenth(mean);
    if (weighed.indirect) indirect.push(criterion);
  }
  return { scores, indirect };
}

/**
 * What each question weighs in a criterion; 0 where it has no level in it. All are 0 where nothing speaks for the criterion.
 * @returns `indirect`: no question asked for it, so those weigh that show it anyway
 */
export function criterionWeights(
  questions: readonly WeighedQuestion[],
  criterion: Criterion,
): { weights: number[]; indirect: boolean } {
  const weigh = (weightOf: (question: WeighedQuestion) => number) =>
    questions.map((question) =>
      question.levels[criterion] === null ? 0 : weightOf(question) * difficultyWeight(question.difficulty),
    );
  const asked = weigh(({ type }) => typeWeights(type)[criterion]);
  if (asked.some((weight) => weight > 0)) return { weights: asked, indirect: false };
  return { weights: weigh(({ shown }) => (shown.includes(criterion) ? 1 : 0)), indirect: true };
}

function criterionMean(
  questions: readonly WeighedQuestion[],
  criterion: Criterion,
  weights: readonly number[],
): number | null {
  const pairs = questions.map(({ levels }, at) => ({ value: levels[criterion], weight: weights[at] ?? 0 }));
  // Sorted, because adding floating-point numbers in another order can give another last digit.
  pairs.sort((a, b) => (a.value ?? -1) - (b.value ?? -1) || a.weight - b.weight);
  return weightedMean(pairs);
}

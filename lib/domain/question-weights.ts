import {
  CATEGORIES,
  type Category,
  type CategoryScores,
  type CategoryWeights,
  NO_SCORES,
  roundToTenth,
  weightedMean,
} from "./scoring.ts";

/** What each type of question says about each category; every row sums to 1. */
const BY_TYPE = {
  technical: { technical: 0.6, communication: 0.1, problem_solving: 0.3, cultural_fit: 0 },
  behavioral: { technical: 0, communication: 0.35, problem_solving: 0.3, cultural_fit: 0.35 },
  situational: { technical: 0.2, communication: 0.2, problem_solving: 0.6, cultural_fit: 0 },
  culture: { technical: 0, communication: 0.3, problem_solving: 0, cultural_fit: 0.7 },
  general: { technical: 0.25, communication: 0.25, problem_solving: 0.25, cultural_fit: 0.25 },
} as const satisfies Record<string, CategoryWeights>;

export type QuestionType = keyof typeof BY_TYPE;

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
  if (Object.hasOwn(BY_TYPE, word)) return word as QuestionType;
  return (Object.hasOwn(SAME_TYPE, word) ? SAME_TYPE[word] : undefined) ?? "general";
}

/** How much a question of this type says about each category; sums to 1. */
export function typeWeights(type: string): CategoryWeights {
  return BY_TYPE[questionType(type)];
}

/** .8, 1 or 1.2; a word that is not in the table counts as medium. */
export function difficultyWeight(difficulty: string): number {
  return BY_DIFFICULTY.get(difficulty.trim().toLowerCase()) ?? 1;
}

/** The score of one question: its category levels (0–100 or null), weighted by its type; one decimal, null when none is known. */
export function questionScore(type: string, levels: CategoryScores): number | null {
  const weights = typeWeights(type);
  const mean = weightedMean(CATEGORIES.map((category) => ({ value: levels[category], weight: weights[category] })));
  return mean === null ? null : roundToTenth(mean);
}

export type WeighedQuestion = {
  type: string;
  difficulty: string;
  levels: CategoryScores;
  /** The categories for which a verified quote stands in the answer. */
  shown: readonly Category[];
};

/**
 * The four category scores of an interview: each the mean of the assessed questions' levels, weighted by type × difficulty;
 * one decimal. A category that no assessed question was asked for is estimated from the answers that show it anyway, by a verified
 * quote, and named in `indirect`; where none does it is null, not assessed. The order of the questions changes nothing.
 */
export function interviewCategories(questions: readonly WeighedQuestion[]): {
  scores: CategoryScores;
  indirect: Category[];
} {
  const scores: CategoryScores = { ...NO_SCORES };
  const indirect: Category[] = [];
  for (const category of CATEGORIES) {
    const direct = categoryMean(questions, category, ({ type }) => typeWeights(type)[category]);
    const mean = direct ?? categoryMean(questions, category, ({ shown }) => (shown.includes(category) ? 1 : 0));
    if (mean === null) continue;
    scores[category] = roundToTenth(mean);
    if (direct === null) indirect.push(category);
  }
  return { scores, indirect };
}

function categoryMean(
  questions: readonly WeighedQuestion[],
  category: Category,
  weightOf: (question: WeighedQuestion) => number,
): number | null {
  const pairs = questions.map((question) => ({
    value: question.levels[category],
    weight: weightOf(question) * difficultyWeight(question.difficulty),
  }));
  // Sorted, because adding floating-point numbers in another order can give another last digit.
  pairs.sort((a, b) => (a.value ?? -1) - (b.value ?? -1) || a.weight - b.weight);
  return weightedMean(pairs);
}

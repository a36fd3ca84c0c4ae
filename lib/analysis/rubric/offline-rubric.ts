import type { Scorer } from "../scorer.ts";
import { writeOverallFeedback } from "./overall-feedback.ts";
import { scoreQuestion } from "./score-question.ts";
import { valueFamilies } from "./signals/values.ts";
import { RUBRIC_VERSION } from "./signs.ts";

/**
 * The built-in scorer: reads wording and structure, needs no network and no model, and gives the same result for the same
 * input. Scores are 0–85: it cannot know whether an answer is right (levels.ts). Never to be presented as AI.
 */
export const offlineRubric: Scorer = {
  identity: {
    method: "offline_rubric",
    host: null,
    model: null,
    rubricVersion: RUBRIC_VERSION,
    promptVersion: null,
    scorerVersion: RUBRIC_VERSION,
  },
  scoreQuestion: async (question, { companyValues }) => scoreQuestion(question, valueFamilies(companyValues)),
  narrate: async (findings, categories) => writeOverallFeedback(categories, findings),
};

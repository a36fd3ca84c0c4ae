import type { GivenAnalysis } from "./assessed-interview.ts";

/* Analyses of the answers in assessed-interview.ts, as scorers would leave them. */

const CALM = { technical: 0, communication: 0, problem_solving: 0, cultural_fit: null };

export const MODEL_ANALYSIS: GivenAnalysis = {
  status: "completed",
  method: "openai_compatible",
  model: "small-model-1",
  host: "models.example.com",
  rubricVersion: "3",
  promptVersion: "2",
  spread: { technical: 4.1, communication: 0, problem_solving: 2.4, cultural_fit: null },
  evidenceCoverage: 2 / 3,
  scores: { technical: 75, communication: 68.2, problem_solving: 71.4, cultural_fit: null },
  overallScore: 71.5,
  overallFeedback: "Measures before acting and settles disagreements on paper. Ownership was not talked about.",
  finalStatus: "needs_review",
  calls: 7,
  flags: [
    {
      code: "partly_answered",
      message: "Fewer than four in five questions could be judged, so the scores rest on part of the interview.",
    },
  ],
  questions: [
    {
      status: "assessed",
      textSource: "candidate",
      score: 73.8,
      levels: { technical: 75, communication: 70, problem_solving: 72.5, cultural_fit: null },
      spread: { technical: 4.1, communication: 0, problem_solving: 2.4, cultural_fit: null },
      samples: [CALM, CALM, CALM],
      feedback: "Finds the cause by measuring, and proves the fix by the same figure.",
      strengths: ["Measures first"],
      improvements: ["Says nothing of the cost of the index"],
      evidence: [
        {
          quote: "EXPLAIN ANALYZE showed a sequential scan",
          category: "technical",
          note: "reads a query plan",
        },
        {
          quote: "I would measure before changing anything.",
          category: "problem_solving",
          note: "begins with a measurement",
        },
      ],
    },
    {
      status: "assessed",
      textSource: "candidate",
      score: 67.1,
      levels: { technical: null, communication: 66.7, problem_solving: 70, cultural_fit: null },
      spread: { technical: null, communication: 0, problem_solving: 1.2, cultural_fit: null },
      samples: [CALM, CALM, CALM],
      feedback: "Asks before arguing.",
      evidence: [
        { quote: "we wrote both plans on one page", category: "communication", note: "makes the choice readable" },
      ],
      flags: [
        {
          code: "unverified_quote",
          message: "The scorer quoted words that do not stand in the answer. That quotation was left out.",
        },
      ],
    },
    {
      status: "insufficient",
      textSource: null,
      score: null,
      levels: { technical: null, communication: null, problem_solving: null, cultural_fit: null },
      feedback: "There is nothing to judge.",
      flags: [{ code: "no_answer", message: "No answer was given to this question." }],
    },
  ],
};

const [FIRST, SECOND, THIRD] = MODEL_ANALYSIS.questions ?? [];

/** The same answers by the rubric: lower, and with another flag. */
export const RUBRIC_ANALYSIS: GivenAnalysis = {
  status: "completed",
  method: "offline_rubric",
  rubricVersion: "2",
  spread: CALM,
  evidenceCoverage: 2 / 3,
  scores: { technical: 61.2, communication: 58, problem_solving: 64.3, cultural_fit: null },
  overallScore: 61.2,
  overallFeedback: "An estimate by wording and structure.",
  finalStatus: "needs_review",
  questions: [
    ...(FIRST ? [{ ...FIRST, score: 61.9, spread: CALM, samples: [CALM] }] : []),
    ...(SECOND ? [{ ...SECOND, score: 58.4, spread: CALM, samples: [CALM], flags: [] }] : []),
    ...(THIRD ? [THIRD] : []),
  ],
};

/** The same with how exact its scores are, and what of the second answer to listen to. */
export const INEXACT_ANALYSIS: GivenAnalysis = {
  ...RUBRIC_ANALYSIS,
  overallStandardError: 4.6,
  errors: { technical: 5.1, communication: 4.6, problem_solving: 30 },
  questions: (RUBRIC_ANALYSIS.questions ?? []).map((question, at) =>
    at === 1
      ? { ...question, standardError: 3, listen: [{ text: "we wrote both plans", start_ms: 500, end_ms: 1_500 }] }
      : question,
  ),
};

/** The same by two models beside the rubric: far above it in the first answer, apart in the second. */
export const COMPARED_ANALYSIS: GivenAnalysis = {
  ...MODEL_ANALYSIS,
  model: "small-model-1 + other-model",
  overallScore: 71.5,
  rubricScore: 30.4,
  questions: (MODEL_ANALYSIS.questions ?? []).map((question, at) => {
    const given = (first: number, second: number) => [
      { model: "small-model-1", score: first },
      { model: "other-model", score: second },
    ];
    if (at === 0) {
      const flags = [{ code: "far_above_rubric", say: "not_counted" }];
      return { ...question, score: null, evidence: [], modelScores: given(100, 90), rubricScore: 12, flags };
    }
    if (at === 1) {
      const flags = [{ code: "models_disagree" }];
      return { ...question, modelScores: given(90, 44.2), rubricScore: 41, flags };
    }
    return question;
  }),
};

export const FAILED_ANALYSIS: GivenAnalysis = {
  status: "failed",
  method: "openai_compatible",
  model: "small-model-1",
  host: "models.example.com",
  error: { code: "service_timeout", params: { host: "models.example.com", seconds: 60 } },
};

/** An answer in a language that nobody here reads: not assessed, which is not the same as nothing to judge. */
export const UNREADABLE_ANALYSIS: GivenAnalysis = {
  ...RUBRIC_ANALYSIS,
  scores: {},
  overallScore: null,
  evidenceCoverage: 0,
  overallFeedback: "No answer could be judged.",
  questions: [
    {
      status: "not_assessed",
      textSource: null,
      score: null,
      levels: { technical: null, communication: null, problem_solving: null, cultural_fit: null },
      feedback: "The answer was not scored.",
      flags: [
        {
          code: "not_english",
          message: "The answer is not in English, which cannot be scored here. Nothing was taken off.",
        },
      ],
    },
    ...(THIRD ? [THIRD, THIRD] : []),
  ],
};

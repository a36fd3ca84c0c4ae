import type { CategoryScores } from "../domain/scoring.ts";

/** What a scorer is given: one question and the answer that counts. Nothing about who the candidate is. */
export type ScoredQuestion = {
  id: string;
  text: string;
  /** technical, behavioral, situational, culture or general; other words count as general. */
  type: string;
  difficulty: string;
  keywords: string[];
  idealAnswer: string;
  rubricNotes: string;
  /** Null or an empty text: nothing to read; `skipped` tells whether the candidate passed the question over or spoke. */
  answer: {
    id: string;
    text: string;
    skipped: boolean;
    durationSeconds: number | null;
    confidence: number | null;
  } | null;
};

export type ScoringInput = { questions: ScoredQuestion[]; companyValues: string[] };

/** A stretch of the answer, character for character, and what it shows. */
export type Evidence = { quote: string; category: keyof CategoryScores; note: string };

/** Something a person should know before believing a score, with the words for it. */
export type Flag = { code: string; message: string };

export type QuestionResult = {
  questionId: string;
  answerId: string | null;
  /** 0–100; null: not enough to judge by. */
  score: number | null;
  categories: CategoryScores;
  feedback: string;
  strengths: string[];
  improvements: string[];
  evidence: Evidence[];
  flags: Flag[];
};

export type ScoringResult = {
  /** `offline_rubric` now; shown wherever a score is shown. */
  method: string;
  rubricVersion: string;
  categories: CategoryScores;
  questions: QuestionResult[];
  overallFeedback: string;
  flags: Flag[];
  /** A flag, of the interview or of an answer, asks for somebody to look before the scores recommend anything. */
  needsPerson: boolean;
};

/** A scorer judges one interview. It throws when it cannot; it never returns a number it does not mean. */
export type Scorer = { score(input: ScoringInput): Promise<ScoringResult> };

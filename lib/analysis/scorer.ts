import type { CallLog } from "../ai/call-log.ts";
import type { Criterion, CriterionScores } from "../domain/criteria.ts";
import type { ModelScore } from "../domain/disagreement.ts";
import type { Said } from "../words/said.ts";

/** One question with the text that is scored. The pre-check has passed it, and the candidate's name is taken out. */
export type ScoredQuestion = {
  id: string;
  text: string;
  /** The candidate's side worded it, so it is material as the answer is. */
  isUnvouched?: boolean;
  /** technical, behavioral, situational, culture or general; other words count as general. */
  type: string;
  difficulty: string;
  keywords: string[];
  idealAnswer: string;
  /** Other answers that are as right, in people's own words. */
  alsoRight?: string[];
  rubricNotes: string;
  answer: { id: string; text: string };
};

/** What holds for the whole interview. `companyValues` is never empty: the default set stands in. */
export type ScoringContext = { companyValues: string[] };

/** A stretch of the answer, character for character, and what it shows. */
export type Evidence = { quote: string; category: Criterion; note: string };

/** Something a person should know before believing a score, as it is stored. */
export type Flag = Pick<Said, "code" | "say" | "message">;

export type QuestionScore = {
  /** 0–100, or null: no evidence. The mean of the samples. */
  levels: CriterionScores;
  /** Population standard deviation over the samples; null where the level is null; 0 for a scorer that never wavers. */
  spread: CriterionScores;
  samples: CriterionScores[];
  feedback: string;
  strengths: string[];
  improvements: string[];
  evidence: Evidence[];
  flags: Flag[];
  /** Beside what it stands; absent: the rubric itself, or nobody read the answer. */
  compared?: Compared;
};

/** What models gave an answer, whether or not it counts, and what the built-in rubric finds in the same words. */
export type Compared = { modelScores: ModelScore[]; rubricLevels: CriterionScores };

/** What the overall words are written from: verified findings only. */
export type Finding = {
  questionId: string;
  question: string;
  /** The candidate's side worded the question. */
  isUnvouched?: boolean;
  type: string;
  /** 0–100; null: not enough to judge by. */
  score: number | null;
  levels: CriterionScores;
  strengths: string[];
  improvements: string[];
  evidence: Evidence[];
  flags: Flag[];
};

export type ScorerIdentity = {
  method: "offline_rubric" | "openai_compatible" | "sandbox";
  /** Of the model's endpoint. */
  host: string | null;
  model: string | null;
  rubricVersion: string;
  promptVersion: string | null;
  scorerVersion: string;
};

export type Scorer = {
  identity: ScorerIdentity;
  /**
   * Judges one answer on its own.
   * @throws ScorerError when it cannot; it never returns a number it does not mean
   */
  scoreQuestion(question: ScoredQuestion, context: ScoringContext, calls: CallLog): Promise<QuestionScore>;
  /** Overall feedback and recommendations. It cannot change a score. */
  narrate(findings: readonly Finding[], categories: CriterionScores, calls: CallLog): Promise<string>;
};

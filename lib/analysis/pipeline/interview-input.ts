import type { PlannedQuestion, QuestionOrigin } from "../../domain/coverage.ts";
import type { Criterion, CriterionWeights } from "../../domain/criteria.ts";
import type { SetCuts } from "../../domain/cuts.ts";
import type { ScoredQuestion } from "../scorer.ts";

/** Everything an interview is scored by. It needs no database: a stored interview and an evaluation set both become this. */
export type InterviewInput = {
  /** Known so that it can be taken out of what a scorer reads. Null: nobody known. */
  candidate: { name: string; email: string } | null;
  rules: ScoringRules;
  /** What the template meant to ask; absent where there is none, as in an evaluation set. */
  planned?: PlannedQuestion[];
  questions: InterviewQuestion[];
};

/** What the template asks for. */
export type ScoringRules = {
  categoryWeights: CriterionWeights;
  /** As the template proposes them, 0–100. */
  passThreshold: number;
  failThreshold: number;
  /** As ratings set them for this scorer and this version of the template; absent: nobody has. */
  cuts?: SetCuts;
  /** The organisation's own; empty: the default set. */
  companyValues: string[];
  gatingCategories: Criterion[];
  requirePersonToFail: boolean;
  /** The scorer failed its audit on this version of the template, so that it recommends nothing. Absent: it did not. */
  auditFailed?: true;
};

export type InterviewQuestion = Omit<ScoredQuestion, "answer" | "isUnvouched"> & {
  /** Absent: of an evaluation set, whose makers vouch for it. */
  origin?: QuestionOrigin;
  /** The one that counts; null: the question was never answered. */
  answer: InterviewAnswer | null;
};

export type InterviewAnswer = {
  id: string;
  /** As the candidate left it; empty: skipped, or spoken without a transcript. */
  text: string;
  skipped: boolean;
  /** 0–1, of the candidate's own text, where the client gives one. */
  confidence: number | null;
  audioQuality: string | null;
  /** How the candidate's own text came about; absent: it was written. */
  given?: "written" | "heard" | "heard_and_corrected";
  /** What a transcription model heard, the newest one. `spans`: when, as they are stored. */
  transcript: {
    text: string;
    language: string | null;
    confidence: number | null;
    spans?: unknown;
    /** What was measured of the sound says that its words cannot be trusted. Absent: they can, or nothing was measured. */
    isUnclear?: true;
  } | null;
};

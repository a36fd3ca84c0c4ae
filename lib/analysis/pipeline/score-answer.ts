import { questionScore } from "../../domain/question-weights.ts";
import type { CategoryScores } from "../../domain/scoring.ts";
import type { CallLog } from "../call-log.ts";
import { flag } from "../flags.ts";
import type { Evidence, Flag, QuestionScore, Scorer, ScoringContext } from "../scorer.ts";
import { chooseText, type TextSource } from "./choose-text.ts";
import type { InterviewQuestion } from "./interview-input.ts";
import { type PreCheck, preCheck } from "./pre-check.ts";

/** One question as it is stored and shown. */
export type QuestionResult = {
  questionId: string;
  answerId: string | null;
  status: PreCheck["status"];
  textSource: TextSource | null;
  /** 0–100; null: not enough to judge by. */
  score: number | null;
  levels: CategoryScores;
  spread: CategoryScores;
  samples: CategoryScores[];
  feedback: string;
  strengths: string[];
  improvements: string[];
  evidence: Evidence[];
  flags: Flag[];
};

type Given = {
  question: InterviewQuestion;
  candidate: { name: string; email: string } | null;
  context: ScoringContext;
};

const NONE: CategoryScores = { technical: null, communication: null, problem_solving: null, cultural_fit: null };

/** Scores one answer: what to read → can it be judged → the scorer's levels and its quotes that stand in the answer. */
export async function scoreAnswer(
  { question, context }: Given,
  scorer: Scorer,
  calls: CallLog,
): Promise<QuestionResult> {
  const { answer, ...asked } = question;
  const chosen = answer && chooseText(answer);
  const check = preCheck(chosen);
  const flags = check.flags.map(flag);
  const about = {
    questionId: question.id,
    answerId: answer?.id ?? null,
    status: check.status,
    textSource: chosen?.source ?? null,
  };
  if (answer === null || chosen === null || check.status !== "assessed") {
    const feedback = flags.map(({ message }) => message).join(" ");
    const nothing = {
      score: null,
      levels: NONE,
      spread: NONE,
      samples: [],
      strengths: [],
      improvements: [],
      evidence: [],
    };
    return { ...about, ...nothing, feedback, flags };
  }
  const scored = await scorer.scoreQuestion({ ...asked, answer: { id: answer.id, text: chosen.text } }, context, calls);
  const verified = keepOwnQuotes(scored, chosen.text);
  return {
    ...about,
    ...verified,
    score: questionScore(question.type, scored.levels),
    flags: uniqueFlags([...flags, ...verified.flags]),
  };
}

/** Whoever scored: a quote that does not stand in the answer, character for character, is never shown. */
function keepOwnQuotes(scored: QuestionScore, text: string): QuestionScore {
  const evidence = scored.evidence.filter(({ quote }) => quote.trim() !== "" && text.includes(quote));
  if (evidence.length === scored.evidence.length) return scored;
  return { ...scored, evidence, flags: [...scored.flags, flag("unverified_quote")] };
}

function uniqueFlags(flags: readonly Flag[]): Flag[] {
  return [...new Map(flags.map((each) => [each.code, each])).values()];
}

import type { CallLog } from "../../ai/call-log.ts";
import { type CriterionScores, NO_SCORES } from "../../domain/criteria.ts";
import type { ModelScore } from "../../domain/disagreement.ts";
import { isVouched } from "../../domain/question-source.ts";
import { questionScore } from "../../domain/question-weights.ts";
import { flag, remarkOf } from "../flags.ts";
import type { Compared, Finding, Flag, QuestionScore, ScoredQuestion, Scorer, ScoringContext } from "../scorer.ts";
import { chooseText, type TextSource } from "./choose-text.ts";
import type { InterviewQuestion } from "./interview-input.ts";
import { type PreCheck, preCheck } from "./pre-check.ts";
import { removeName } from "./remove-name.ts";
import type { Replaced } from "./replace-stretches.ts";
import { type Misheard, misheardOf } from "./spoken-answer.ts";

/** One question as it is stored and shown. */
export type QuestionResult = Omit<QuestionScore, "compared"> & {
  questionId: string;
  answerId: string | null;
  status: PreCheck["status"];
  textSource: TextSource | null;
  /** 0–100; null: not enough to judge by. */
  score: number | null;
  /** What each model gave, whether or not it counts, and what the built-in rubric finds in the same words; empty where none was asked. */
  modelScores: ModelScore[];
  rubricScore: number | null;
  rubricLevels: CriterionScores;
};

type Given = {
  question: InterviewQuestion;
  candidate: { name: string; email: string } | null;
  context: ScoringContext;
};

/** An answer that was scored: as it is stored and shown, and as whoever writes the overall words may read it. */
export type ScoredAnswer = {
  result: QuestionResult;
  finding: Finding;
  /** What the scorer read, and how it may have been misheard; null: it read nothing. */
  read: { question: ScoredQuestion; misheard: Misheard | null } | null;
};

/**
 * Scores one answer: what to read → without the candidate's name → can it be judged → the scorer's levels, and its quotes that stand
 * in the answer, as they were said. The name goes before the check, so that a long name does not make a short answer longer; and
 * it stays away from the finding.
 */
export async function scoreAnswer(given: Given, scorer: Scorer, calls: CallLog): Promise<ScoredAnswer> {
  const { answer, asked } = readQuestion(given);
  const chosen = answer && chooseText(answer);
  const wanted = [asked.idealAnswer, ...(asked.alsoRight ?? []), ...asked.keywords];
  // Words of the question are no names; but in a question of the candidate's side anything may stand.
  const about = asked.isUnvouched ? [] : [asked.text, ...wanted];
  const nameless = removeName(chosen?.text ?? "", given.candidate, about);
  const check = preCheck(chosen && { ...chosen, text: nameless.text }, wanted);
  const flags = check.flags.map(flag);
  const ids = {
    questionId: asked.id,
    answerId: answer?.id ?? null,
    status: check.status,
    textSource: chosen?.source ?? null,
  };
  const askedFor = { question: asked.text, isUnvouched: asked.isUnvouched, type: asked.type };
  if (answer === null || check.status !== "assessed") {
    const result = { ...ids, ...nothing(flags), flags };
    return { result, finding: { ...result, ...askedFor }, read: null };
  }
  const question = { ...asked, answer: { id: answer.id, text: nameless.text } };
  const { compared, ...judged } = await scorer.scoreQuestion(question, given.context, calls);
  const scored = keepOwnQuotes(judged, nameless);
  const result = {
    ...ids,
    ...scored,
    ...(compared ? beside(asked.type, compared) : NOTHING_BESIDE),
    score: questionScore(asked.type, scored.levels),
    flags: uniqueFlags([...flags, ...scored.flags]),
  };
  const evidence = scored.evidence.map((each) => ({ ...each, quote: nameless.restore(each.quote) ?? "" }));
  const misheard = misheardOf(answer, ids.textSource, nameless.text);
  return { result: { ...result, evidence }, finding: { ...result, ...askedFor }, read: { question, misheard } };
}

/** A question as a scorer reads it: where nobody vouches for its words, the candidate's name is taken out of them, too. */
function readQuestion({ question, candidate }: Given) {
  const { answer, origin, ...asked } = question;
  const isUnvouched = origin !== undefined && !isVouched(origin.source);
  const text = isUnvouched ? removeName(asked.text, candidate, []).text : asked.text;
  return { answer, asked: { ...asked, text, isUnvouched } };
}

function nothing(flags: readonly Flag[]) {
  const feedback = flags.map(remarkOf).join(" ");
  return {
    score: null,
    levels: NO_SCORES,
    spread: NO_SCORES,
    samples: [],
    feedback,
    strengths: [],
    improvements: [],
    evidence: [],
    ...NOTHING_BESIDE,
  };
}

const NOTHING_BESIDE = { modelScores: [], rubricScore: null, rubricLevels: NO_SCORES };

function beside(type: string, { modelScores, rubricLevels }: Compared) {
  return { modelScores, rubricLevels, rubricScore: questionScore(type, rubricLevels) };
}

/** Whoever scored: a quote that does not stand in the answer, character for character, is never shown. */
function keepOwnQuotes(scored: Omit<QuestionScore, "compared">, { text }: Replaced): Omit<QuestionScore, "compared"> {
  const evidence = scored.evidence.filter(({ quote }) => quote.trim() !== "" && text.includes(quote));
  if (evidence.length === scored.evidence.length) return scored;
  return { ...scored, evidence, flags: [...scored.flags, flag("unverified_quote")] };
}

function uniqueFlags(flags: readonly Flag[]): Flag[] {
  return [...new Map(flags.map((each) => [each.code, each])).values()];
}

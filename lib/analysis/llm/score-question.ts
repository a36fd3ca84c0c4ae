import { CRITERIA, type CriterionScores, NO_SCORES } from "../../domain/criteria.ts";
import { questionScore, typeWeights } from "../../domain/question-weights.ts";
import { type FlagCode, flag } from "../flags.ts";
import { quoteVerifier } from "../quotes/verify-quote.ts";
import { scoreQuestion as estimate } from "../rubric/score-question.ts";
import { valueFamilies } from "../rubric/signals/values.ts";
import type { QuestionScore, ScoredQuestion, ScoringContext } from "../scorer.ts";
import type { Asking } from "./ask.ts";
import { mergeSamples } from "./merge-samples.ts";
import { scorePrompt } from "./prompt.ts";
import { type Sample, takeSample } from "./take-sample.ts";

/**
 * Scores one answer on its own by several readings of the model, all at once.
 * @param samples how many, at least 1
 * @throws ScorerError when one of them cannot be had: fewer readings than promised would be another measurement
 */
export async function scoreQuestion(
  asking: Asking,
  question: ScoredQuestion,
  context: ScoringContext,
  samples: number,
): Promise<QuestionScore> {
  const prompt = scorePrompt(question, context);
  const { leftOut, lines } = prompt.answer;
  if (leftOut === lines.length) return nothingToRead(leftOut > 0 ? [flag("instructions_in_answer")] : []);
  const weights = typeWeights(question.type);
  const askedFor = new Set(CRITERIA.filter((criterion) => weights[criterion] > 0));
  const task = {
    questionId: question.id,
    messages: prompt.messages,
    verify: quoteVerifier({
      answer: question.answer.text,
      question: question.text,
      notes: [question.idealAnswer, ...(question.alsoRight ?? []), question.rubricNotes],
      instructions: [prompt.instructions],
    }),
    sentences: prompt.answer.stretches,
    said: [question.answer.text],
  };
  const taken = await everyOne(Array.from({ length: samples }, (_, sample) => takeSample(asking, task, sample)));
  const { flags, ...merged } = mergeSamples(taken, askedFor);
  const codes: FlagCode[] = [];
  if (leftOut > 0 || isAddressed(taken)) codes.push("instructions_in_answer");
  codes.push(...flags);
  if (isFarAboveRubric(question, context, merged.levels)) codes.push("far_above_rubric");
  return { ...merged, samples: taken.map(({ levels }) => levels), flags: codes.map(flag) };
}

/**
 * Points of a question's score. Measured on the tuning part of e2e/eval, as if a model gave full marks: more than this lies between those and
 * the rubric's score for all 135 that deserve next to nothing, all 26 attacks written for a model, 47 of 60 other orders to the scorer (the rest
 * stand behind fair answers), and for 5 of 20 excellent answers. For excellent answers in few words it is 6 of 19: the rubric misses other
 * wordings, so it asks for a person and says nothing else.
 */
const MOST_ABOVE_RUBRIC = 65;

/** What the rubric finds in the same words is not the measure, but nobody talks it into a hundred points. */
function isFarAboveRubric(question: ScoredQuestion, context: ScoringContext, levels: CriterionScores): boolean {
  const given = questionScore(question.type, levels);
  if (given === null) return false;
  const rubric = estimate(question, valueFamilies(context.companyValues));
  return given - (questionScore(question.type, rubric.levels) ?? 0) > MOST_ABOVE_RUBRIC;
}

/** Whether at least half of the readings found words to the scorer, which patterns miss in other languages and disguises. */
function isAddressed(samples: readonly Sample[]): boolean {
  return samples.filter(({ addressed }) => addressed).length * 2 >= samples.length;
}

/** Waits for all, also when one fails, so that what the others paid for is stored and nothing runs on unseen. */
async function everyOne(running: Promise<Sample>[]): Promise<Sample[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}

/** Nothing but instructions: no call, no number. */
function nothingToRead(flags: QuestionScore["flags"]): QuestionScore {
  return {
    levels: NO_SCORES,
    spread: NO_SCORES,
    samples: [],
    feedback: "Nothing in the answer speaks to the question, so there was nothing to assess.",
    strengths: [],
    improvements: [],
    evidence: [],
    flags,
  };
}

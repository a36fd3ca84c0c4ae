import { typeWeights } from "../../domain/question-weights.ts";
import { CATEGORIES, NO_SCORES } from "../../domain/scoring.ts";
import { flag } from "../flags.ts";
import { quoteVerifier } from "../quotes/verify-quote.ts";
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
  const task = {
    questionId: question.id,
    messages: prompt.messages,
    verify: quoteVerifier({
      answer: question.answer.text,
      question: question.text,
      notes: [question.idealAnswer, question.rubricNotes],
      instructions: [prompt.instructions],
    }),
    sentences: prompt.answer.stretches,
    said: [question.answer.text],
    askedFor: new Set(CATEGORIES.filter((category) => weights[category] > 0)),
  };
  const taken = await everyOne(Array.from({ length: samples }, (_, sample) => takeSample(asking, task, sample)));
  const { flags, ...merged } = mergeSamples(taken, task.askedFor);
  const spoken = leftOut > 0 || isAddressed(taken) ? [flag("instructions_in_answer")] : [];
  return { ...merged, samples: taken.map(({ levels }) => levels), flags: [...spoken, ...flags.map(flag)] };
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

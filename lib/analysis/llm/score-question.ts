import { CRITERIA, NO_SCORES } from "../../domain/criteria.ts";
import { typeWeights } from "../../domain/question-weights.ts";
import { flag, remarkOf } from "../flags.ts";
import { quoteVerifier } from "../quotes/verify-quote.ts";
import type { Flag, QuestionScore, ScoredQuestion, ScoringContext } from "../scorer.ts";
import type { Asking } from "./ask.ts";
import { compareReadings } from "./compare-readings.ts";
import { type Merged, mergeSamples } from "./merge-samples.ts";
import { scorePrompt } from "./prompt.ts";
import { type Sample, takeSample } from "./take-sample.ts";

/**
 * Scores one answer on its own by several readings of each model, all at once.
 * @param asking each model that must be asked; their readings weigh the same
 * @param samples how many of each, at least 1
 * @throws ScorerError when one of them cannot be had: fewer readings than promised would be another measurement
 */
export async function scoreQuestion(
  asking: readonly Asking[],
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
  const taken = await everyOne(
    asking.flatMap((each) => Array.from({ length: samples }, (_, sample) => takeSample(each, task, sample))),
  );
  const each = asking.map(({ model }, at) => ({
    model,
    ...mergeSamples(taken.slice(at * samples, (at + 1) * samples), askedFor),
  }));
  const { compared, isBeyondBelief, flags: doubts } = compareReadings(question, context, each);
  const codes = new Set(each.flatMap(({ flags }) => flags));
  const flags = [
    ...(leftOut > 0 || isAddressed(taken) ? [flag("instructions_in_answer")] : []),
    ...[...codes].map(flag),
    ...doubts,
  ];
  const merged = mergeSamples(taken, askedFor);
  const read = { ...(isBeyondBelief ? withheld(doubts) : merged), samples: taken.map(({ levels }) => levels) };
  return { ...read, flags, compared };
}

/** Nothing of it is passed on: not its praise either. */
function withheld(doubts: readonly Flag[]): Merged {
  const feedback = doubts.map(remarkOf).join(" ");
  return { ...NOTHING, feedback, flags: [] };
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

const NOTHING = { levels: NO_SCORES, spread: NO_SCORES, strengths: [], improvements: [], evidence: [] };

/** Nothing but instructions: no call, no number. */
function nothingToRead(flags: QuestionScore["flags"]): QuestionScore {
  const feedback = "Nothing in the answer speaks to the question, so there was nothing to assess.";
  return { ...NOTHING, samples: [], feedback, flags };
}

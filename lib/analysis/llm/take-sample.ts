import type { ChatMessage } from "../../ai/chat.ts";
import { CATEGORIES, type Category, type CategoryScores } from "../../domain/scoring.ts";
import type { FlagCode } from "../flags.ts";
import type { QuoteVerdict } from "../quotes/verify-quote.ts";
import { ScorerError } from "../scorer.ts";
import { type Asking, ask, isRefusal } from "./ask.ts";
import { type Assessed, assessOutput, type Found, problemsOf } from "./assess-output.ts";
import { cleanText, cleanWords, type Words } from "./clean-words.ts";
import { OUTPUT_SCHEMA } from "./output-schema.ts";
import { repairPrompt } from "./repair.ts";
import { HIGHEST_UNSUPPORTED, pointsOf } from "./rubric-anchors.ts";

/** One reading of an answer. `words` null: they were in another language. */
export type Sample = {
  levels: CategoryScores;
  found: Found[];
  words: Words | null;
  addressed: boolean;
  flags: FlagCode[];
};

export type SampleTask = {
  questionId: string;
  messages: ChatMessage[];
  verify: (claimed: string) => QuoteVerdict;
  /** Where the numbered sentences stand in the answer. */
  sentences: readonly { start: number; end: number }[];
  /** What may stand between quotation marks. */
  said: readonly string[];
  /** Categories that the question asks for. */
  askedFor: ReadonlySet<Category>;
};

/**
 * Asks once, and once more when something is wrong with what came back; what is still wrong then is left out, never guessed.
 * @throws ScorerError when nothing readable came back, or the provider failed
 */
export async function takeSample(asking: Asking, task: SampleTask, sample: number): Promise<Sample> {
  const first = await askAndAssess(asking, task, { sample, purpose: "score", messages: task.messages });
  const problems = problemsOf(first);
  if (first !== null && problems.length === 0) return settle(first, task);
  const messages = repairPrompt(task.messages, problems);
  const repair = askAndAssess(asking, task, { sample, purpose: "repair", messages }, first?.found);
  const usable = (first === null ? await repair : await repair.catch(unlessRefused)) ?? first;
  if (usable === null)
    throw new ScorerError(
      "The model did not return an assessment that can be read, and its second try did not either.",
    );
  return settle({ ...usable, addressed: usable.addressed || first?.addressed === true }, task);
}

/** Refused once, refused always: what the first try gave stands. Any other failure may be over next time. */
function unlessRefused(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}

async function askAndAssess(
  asking: Asking,
  { questionId, verify, sentences }: SampleTask,
  call: { sample: number; purpose: "score" | "repair"; messages: ChatMessage[] },
  before?: readonly Found[],
): Promise<Assessed | null> {
  const answer = await ask(asking, { ...call, questionId, schema: OUTPUT_SCHEMA });
  const assessed = assessOutput(answer.json, verify, sentences, before);
  if (assessed) await asking.calls.noteVerification(answer.callId, assessed.verification);
  return assessed;
}

/**
 * A level without evidence does not count as it is: a high one for something that the question asks for falls to the middle,
 * any other is left out, because too little evidence is no low level.
 */
function settle({ output, addressed, found, outOfRange, unsupported, foreign }: Assessed, task: SampleTask): Sample {
  const flags: FlagCode[] = [];
  if (outOfRange.length > 0) flags.push("level_out_of_range");
  if (unsupported.length > 0) flags.push("unsupported_level");
  if (foreign) flags.push("words_left_out");
  const levels = Object.fromEntries(
    CATEGORIES.map((category) => {
      const level = output.levels[category];
      if (level === null) return [category, null];
      if (!unsupported.includes(category)) return [category, pointsOf(level)];
      const capped = level > HIGHEST_UNSUPPORTED && task.askedFor.has(category);
      return [category, capped ? pointsOf(HIGHEST_UNSUPPORTED) : null];
    }),
  ) as CategoryScores;
  return {
    levels,
    addressed,
    flags,
    words: foreign ? null : cleanWords(output, task.said),
    found: found.map((each) => ({ ...each, note: foreign ? "" : cleanText(each.note, task.said) })),
  };
}

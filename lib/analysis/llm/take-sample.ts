import type { ChatMessage } from "../../ai/chat.ts";
import { unreadable } from "../../ai/openai-chat.ts";
import { ScorerError } from "../../ai/scorer-error.ts";
import { isOnlyThoughts } from "../../ai/thoughts.ts";
import { CRITERIA, type CriterionScores, NO_SCORES, perCriterion } from "../../domain/criteria.ts";
import { failure, type Happened } from "../../words/happened.ts";
import type { FlagCode } from "../flags.ts";
import type { QuoteVerdict } from "../quotes/verify-quote.ts";
import { type Asking, ask, isRefusal } from "./ask.ts";
import { type Assessed, assessOutput, problemsOf } from "./assess-output.ts";
import { cleanText, cleanWords, type Words } from "./clean-words.ts";
import type { Found } from "./distinct-quotes.ts";
import { OUTPUT_SCHEMA } from "./output-schema.ts";
import { repairPrompt } from "./repair.ts";
import { pointsOf } from "./rubric-anchors.ts";

/** One reading of an answer. `words` null: they were in another language. */
export type Sample = {
  levels: CriterionScores;
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
};

/**
 * Asks once, and once more when something is wrong with what came back; what is still wrong then is left out, never guessed.
 * @throws ScorerError when nothing readable came back, or the provider failed
 */
export async function takeSample(asking: Asking, task: SampleTask, sample: number): Promise<Sample> {
  const { assessed: first } = await askAndAssess(asking, task, { sample, purpose: "score", messages: task.messages });
  const problems = problemsOf(first);
  if (first !== null && problems.length === 0) return toSample(first, task);
  const messages = repairPrompt(task.messages, problems);
  const repair = askAndAssess(asking, task, { sample, purpose: "repair", messages }, first?.found);
  const second = first === null ? await repair : await repair.catch(unlessRefused);
  const usable = second?.assessed ?? first;
  if (usable === null) throw new ScorerError(whyUnreadable(second?.text ?? ""));
  return toSample({ ...usable, addressed: usable.addressed || first?.addressed === true }, task);
}

function whyUnreadable(text: string): Happened {
  return isOnlyThoughts(text) ? unreadable(text) : failure("model_form_twice");
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
): Promise<{ assessed: Assessed | null; text: string }> {
  const answer = await ask(asking, { ...call, questionId, schema: OUTPUT_SCHEMA });
  const assessed = assessOutput(answer.json, verify, sentences, before);
  if (assessed) await asking.calls.noteVerification(answer.callId, assessed.verification);
  return { assessed, text: answer.text };
}

/**
 * A level without words of the answer to show for it is none, high or low: otherwise inventing a quote would pay. And one level alone makes
 * no score.
 */
function toSample({ output, addressed, found, outOfRange, unsupported, foreign }: Assessed, task: SampleTask): Sample {
  const supported = perCriterion((criterion) => {
    const level = output.levels[criterion];
    return level === null || unsupported.includes(criterion) ? null : pointsOf(level);
  });
  const { levels, isTooFew } = enoughCategories(supported);
  const flags: FlagCode[] = [];
  if (outOfRange.length > 0) flags.push("level_out_of_range");
  if (unsupported.length > 0) flags.push("unsupported_level");
  if (isTooFew) flags.push("one_category");
  if (foreign) flags.push("words_left_out");
  return {
    levels,
    addressed,
    flags,
    words: foreign ? null : cleanWords(output, task.said),
    found: found.map((each) => ({ ...each, note: foreign ? "" : cleanText(each.note, task.said) })),
  };
}

/** A single category would be the whole score of an answer, whatever the question asks for. */
export function enoughCategories(levels: CriterionScores): { levels: CriterionScores; isTooFew: boolean } {
  const isTooFew = CRITERIA.filter((category) => levels[category] !== null).length === 1;
  return { levels: isTooFew ? NO_SCORES : levels, isTooFew };
}

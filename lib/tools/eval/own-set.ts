import { z } from "zod";
import { CliError } from "../../runtime/cli-error.ts";
import { check, readLines, readSet, readText, type SetAnswer, type SetQuestion } from "./read-set.ts";

export const OWN_QUESTIONS = "e2e/eval/questions.json";
export const OWN_ANSWERS = "e2e/eval/answers.jsonl";

export const KINDS = [
  ...["excellent", "ok", "weak", "off_topic", "empty", "gibberish", "stuffed", "injected"],
  ...["short_excellent", "long_weak", "padded", "echoed", "confident_wrong"],
  ...["name", "dialect", "injection", "honest", "spoken", "attack"],
] as const;

/** `tuning`: may be looked at while a scorer is worked on. `final`: only for the check at the end. */
export const PARTS = ["tuning", "final"] as const;
export type Part = (typeof PARTS)[number];

export const TIERS = ["excellent", "ok", "weak"] as const;

const Splits = z.array(z.object({ question_id: z.string(), split: z.enum(PARTS) }));
const Labels = z.object({
  id: z.string(),
  kind: z.string(),
  /** Of the answer that this one is a version of. */
  base: z.string().optional(),
  /** How good a spoken answer is. */
  tier: z.enum(TIERS).optional(),
  /** Which scorer an attack was written for. */
  aims: z.enum(["rubric", "model"]).optional(),
  /** How many characters of an attack on a model are an honest answer, before it begins to speak to the scorer. */
  opening: z.int().positive().optional(),
});

export type OwnAnswer = SetAnswer & z.output<typeof Labels> & { part: Part };
export type OwnSet = { questions: Map<string, SetQuestion>; answers: OwnAnswer[] };

/**
 * The project's own answers with what is known about each.
 * @throws CliError naming the line whose labels do not fit
 */
export async function readOwnSet(): Promise<OwnSet> {
  const { questions, answers } = await readSet(OWN_QUESTIONS, OWN_ANSWERS);
  const splits = check(Splits, JSON.parse(await readText(OWN_QUESTIONS)), OWN_QUESTIONS);
  const partOf = new Map(splits.map(({ question_id, split }) => [question_id, split]));
  const lines = await readLines(OWN_ANSWERS);
  const own = answers.map((answer, at): OwnAnswer => {
    const { value, where } = lines[at] ?? { value: null, where: OWN_ANSWERS };
    const part = partOf.get(answer.questionId);
    if (!part) throw new CliError(`${where}: its question belongs to no part`);
    return { ...answer, ...check(Labels, value, where), part };
  });
  return { questions, answers: own };
}

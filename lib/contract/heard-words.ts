import { z } from "zod";
import { must, says, Uuid } from "./fields.ts";
import { MAX_TEXT_LENGTH } from "./interview.ts";

/* What was heard in spoken answers, for whoever spoke: to read, and to put right. */

/** `waiting`: it is being written down; `written`: it has words, or none were heard; `none`: it has not been possible to write it down. */
export const HEARD_STATES = ["waiting", "written", "none"] as const;

export const HeardAnswer = z.object({
  answer_id: Uuid,
  question_id: Uuid,
  /** Which question of the session it was, from 1. */
  number: z.int(),
  /** What was asked. */
  question: z.string(),
  state: z.enum(HEARD_STATES),
  /** What was heard; after a correction, what the candidate says they said. Null unless `written`. */
  text: z.string().nullable(),
  /** Whom the licence of the model that heard it wants named beside its words; null: nobody. */
  credit: z.string().nullable(),
  /** Whether the candidate has put it right. */
  corrected: z.boolean(),
});
export type HeardAnswer = z.infer<typeof HeardAnswer>;

export const HeardWordsAnswer = z.object({
  success: z.literal(true),
  /** Of each question whose answer was only spoken, in the order they were asked. */
  answers: z.array(HeardAnswer),
});
export type HeardWordsAnswer = z.infer<typeof HeardWordsAnswer>;

export const CorrectWordsBody = z.object(
  {
    text: z
      .string(must("text"))
      .max(MAX_TEXT_LENGTH, says("characters_at_most"))
      .refine((value) => value.trim() !== "", says("not_empty"))
      .meta({ pattern: "\\S" }),
  },
  must("object"),
);
export type CorrectWordsBody = z.infer<typeof CorrectWordsBody>;

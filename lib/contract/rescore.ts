import { z } from "zod";
import { says, Uuid } from "./fields.ts";
import { FinalStatus, JobStatus } from "./status.ts";

/** The wire of scoring an interview again, and of what that changed. */

const Score = z.number().min(0).max(100).nullable();
const Flag = z.object({ code: z.string(), message: z.string() });

/** Scores a finished interview again, as configured or by the rubric that asks nobody. */
export const AnalyseBody = z.object(
  { scorer: z.enum(["configured", "offline"], says("one_of")).default("configured") },
  says("object"),
);
export type AnalyseBody = z.infer<typeof AnalyseBody>;

export const AnalyseResponse = z.object({
  success: z.literal(true),
  message: z.string(),
  analysis: z.object({ version: z.int(), status: JobStatus }),
});
export type AnalyseResponse = z.infer<typeof AnalyseResponse>;

const version = z
  .string(says("required"))
  .regex(/^[1-9]\d{0,5}$/, says("version"))
  .transform(Number);

export const ChangesQuery = z.object({ from: version, to: version });

const ScoreChange = z.object({ from: Score, to: Score });
const WordChange = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const FlagChanges = { flags_added: z.array(Flag), flags_removed: z.array(Flag) };

/** What is different in a later analysis of an interview; what is the same is in it too, with equal ends. */
export const AnalysisChanges = z.object({
  from: z.int(),
  to: z.int(),
  method_label: WordChange,
  model: WordChange,
  rubric_version: WordChange,
  prompt_version: WordChange,
  overall_score: ScoreChange,
  recommendation: z.object({ from: FinalStatus.nullable(), to: FinalStatus.nullable() }),
  /** All four, in the contract's order. */
  categories: z.array(z.object({ category: z.string(), from: Score, to: Score })),
  ...FlagChanges,
  /** In the order they were asked. */
  questions: z.array(
    z.object({
      question_id: Uuid,
      position: z.int(),
      text: z.string(),
      score: ScoreChange,
      ...FlagChanges,
    }),
  ),
});
export type AnalysisChanges = z.infer<typeof AnalysisChanges>;

export const ChangesResponse = z.object({ success: z.literal(true), changes: AnalysisChanges });
export type ChangesResponse = z.infer<typeof ChangesResponse>;

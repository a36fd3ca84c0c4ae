import { z } from "zod";
import { says, Uuid } from "../fields.ts";
import { AnalysisAnswer } from "../interview-answers.ts";
import { AnalysisVersion } from "../review.ts";
import { FinalStatus, JobStatus } from "../status.ts";
import { CandidateFilter, InterviewIdFilter, SessionIdFilter, Switch } from "./filters.ts";
import { CreatedBetween, ListQuery, listAnswer } from "./list.ts";

/** Analyses: scores with their method and their evidence. Versioned, never overwritten. */

/** The documented `analysis`, and what it belongs to. */
export const Analysis = AnalysisAnswer.shape.analysis.extend({
  analysis_id: Uuid,
  session_id: Uuid,
  interview_id: Uuid,
  candidate_id: z.int(),
  version: z.int(),
  created_at: z.iso.datetime(),
  completed_at: z.iso.datetime().nullable(),
});
export type Analysis = z.infer<typeof Analysis>;

/** Without what it says of each question: ask for the one that matters. */
export const ListedAnalysis = Analysis.omit({ question_analysis: true });
export type ListedAnalysis = z.infer<typeof ListedAnalysis>;

const IDS = ["analysis_id", "session_id", "interview_id", "candidate_id", "version"] as const;
const LISTED_FIELDS = Object.keys(ListedAnalysis.shape);

const Fields = z
  .string()
  .max(1_000, says("characters_at_most"))
  .transform((text) => text.split(",").map((field) => field.trim()))
  .refine((fields) => fields.every((field) => LISTED_FIELDS.includes(field)), {
    error: says("field_names"),
    params: { values: LISTED_FIELDS },
  })
  .optional()
  .meta({ description: "Only these fields, besides the ids.", example: "overall_score,final_status" });

export const AnalysesQuery = ListQuery.extend({
  candidate_id: CandidateFilter,
  interview_id: InterviewIdFilter,
  session_id: SessionIdFilter,
  analysis_status: JobStatus.optional(),
  final_status: FinalStatus.optional().meta({ description: "What the scores suggest." }),
  latest: Switch.meta({ description: "`1`: of each session only the latest version." }),
  ...CreatedBetween,
  fields: Fields,
});
export type AnalysesQuery = z.infer<typeof AnalysesQuery>;

const WITH_IDS = Object.fromEntries(IDS.map((id) => [id, true])) as Record<(typeof IDS)[number], true>;
export const AnalysisList = listAnswer(ListedAnalysis.partial().required(WITH_IDS));

/** What is left of an analysis when only some fields are asked for. */
export function pickFields(analysis: ListedAnalysis, fields: readonly string[] | undefined) {
  if (!fields) return analysis;
  const kept = Object.entries(analysis).filter(
    ([name]) => WITH_IDS[name as keyof typeof WITH_IDS] || fields.includes(name),
  );
  return Object.fromEntries(kept) as Partial<ListedAnalysis> & Pick<ListedAnalysis, (typeof IDS)[number]>;
}

export const AnalysisResponse = z.object({ success: z.literal(true), analysis: Analysis });

export const VersionQuery = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, says("version"))
    .transform(Number)
    .optional()
    .meta({ description: "The latest without it.", example: "1" }),
});

/** Of one session, latest first. Nobody has so many that it takes pages. */
export const VersionsAnswer = z.object({ success: z.literal(true), data: z.array(AnalysisVersion) });

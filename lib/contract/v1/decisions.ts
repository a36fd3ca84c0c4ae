import { z } from "zod";
import { must, says, Uuid } from "../fields.ts";
import { DecisionBody } from "../review.ts";
import { GivenFinalStatus } from "../status.ts";
import { CandidateFilter, InterviewIdFilter } from "./filters.ts";
import { CreatedBetween, ListQuery, listAnswer } from "./list.ts";

/** What people decided, beside the recommendation. None is ever changed; the latest of an interview counts. */

export const Decision = z.object({
  decision_id: Uuid,
  interview_id: Uuid,
  interview_external_id: z.string().nullable(),
  session_id: Uuid,
  candidate_id: z.int(),
  decision: GivenFinalStatus,
  reason: z.string(),
  decided_by: z.object({ name: z.string(), email: z.string() }),
  made_by: z
    .object({ kind: z.enum(["user", "api_key"]), id: z.string(), name: z.string() })
    .meta({ description: "Who sent it: that person, or a program for them." }),
  recording_version: z
    .int()
    .nullable()
    .meta({ description: "The recording that it was made on; 0: none, null: decided before this was kept." }),
  analysis_version: z.int().nullable().meta({ description: "Likewise, of the analysis." }),
  created_at: z.iso.datetime(),
});
export type Decision = z.infer<typeof Decision>;

export const DecisionsQuery = ListQuery.extend({
  candidate_id: CandidateFilter,
  interview_id: InterviewIdFilter,
  decision: GivenFinalStatus.optional(),
  ...CreatedBetween,
});
export type DecisionsQuery = z.infer<typeof DecisionsQuery>;

export const DecisionList = listAnswer(Decision);
export const DecisionAnswer = z.object({ success: z.literal(true), decision: Decision });

export const CreateDecisionBody = DecisionBody.extend({
  interview_id: z
    .string(must("text"))
    .min(1, says("not_empty"))
    .max(200, says("characters_at_most"))
    .meta({ format: "uuid" }),
  decided_by: z.string(says("text")).max(320, says("characters_at_most")).optional().meta({
    description:
      "E-mail of the member of your organisation who decided. An API key must name one; people decide as themselves.",
    example: "rita@example.com",
  }),
});
export type CreateDecisionBody = z.infer<typeof CreateDecisionBody>;

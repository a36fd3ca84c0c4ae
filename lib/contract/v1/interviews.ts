import { z } from "zod";
import { INTERVIEW_STATES, LISTED_STATES } from "../../domain/interview-state.ts";
import { BesideRubric } from "../beside-rubric.ts";
import { Coverage, LookReasons } from "../coverage.ts";
import { says } from "../fields.ts";
import { Band, StandardError } from "../score-band.ts";
import { FinalStatus, JobStatus, RecordingStatus, SessionStatus } from "../status.ts";
import { CandidateId } from "./candidates.ts";
import { ExternalId, ExternalIdOrNull } from "./fields.ts";
import { LISTED_STATES_MEAN } from "./filters.ts";
import { CreatedBetween, ListQuery, listAnswer } from "./list.ts";

/** The wire of interviews as they are read: an invitation, and how far it has come. */

const At = z.iso.datetime();

export const Interview = z.object({
  id: z.uuid(),
  external_id: ExternalIdOrNull,
  state: z.enum(INTERVIEW_STATES).meta({
    description:
      "`interrupted`: started, and nothing has come from it for a while. What was finished stays `completed`, whatever happens to its link.",
  }),
  candidate: z.object({ id: CandidateId, name: z.string(), email: z.string(), external_id: ExternalIdOrNull }),
  template: z.object({
    id: z.uuid(),
    name: z.string(),
    external_id: ExternalIdOrNull,
    version: z.int().nullable().meta({
      description: "The version that it was begun with, and is judged by for ever. Null before: it will be the latest.",
    }),
  }),
  created_at: At,
  expires_at: At.meta({ description: "Until then it can be started; who has started in time may finish." }),
  opened_at: At.nullable().meta({ description: "When the candidate first opened the link." }),
  revoked_at: At.nullable(),
  deletion_requested_at: At.nullable().meta({
    description: "Since when the candidate asks for their data to be deleted: `analysis` and `decision` are null then.",
  }),
  session: z
    .object({
      id: z.uuid(),
      status: SessionStatus,
      started_at: At,
      ended_at: At.nullable(),
      question_count: z.int(),
      answer_count: z.int().meta({ description: "Retakes included." }),
    })
    .nullable()
    .meta({ description: "Null before the interview has been started." }),
  recording: z
    .object({
      status: RecordingStatus,
      processing_status: JobStatus,
      duration_seconds: z.number().nullable(),
    })
    .nullable(),
  analysis: z
    .object({
      version: z.int(),
      status: JobStatus,
      method: z.string().nullable(),
      method_label: z
        .string()
        .nullable()
        .meta({ description: "The method in words, to stand wherever a score stands." }),
      overall_score: z.number().min(0).max(100).nullable(),
      standard_error: StandardError.meta({
        description: "Of the overall score, in points; null where it is not known.",
      }),
      band: Band.meta({ description: "95 % of what the overall score could as well have been." }),
      ...BesideRubric,
      coverage: Coverage.nullable().meta({ description: "Which questions the score rests on." }),
      look_reasons: LookReasons.meta({ description: "Why a person must look, the most serious first." }),
      recommendation: FinalStatus.nullable(),
      completed_at: At.nullable(),
    })
    .nullable()
    .meta({ description: "The latest. What it recommends is no decision." }),
  decision: z
    .object({
      decision: FinalStatus,
      decided_at: At,
      decided_by: z
        .string()
        .meta({ description: "A person's name; or the API key that sent it, for whoever it named." }),
    })
    .nullable()
    .meta({ description: "A person's word; the latest counts." }),
});
export type Interview = z.infer<typeof Interview>;

/** The names of its fields, of which a list can be asked for some. */
export const INTERVIEW_FIELDS = Object.keys(Interview.shape) as (keyof Interview)[];

const Fields = z
  .string(says("text"))
  .transform((text) => text.split(",").map((name) => name.trim()))
  .pipe(z.array(z.enum(INTERVIEW_FIELDS, says("field_names_joined"))));

export const ListInterviewsQuery = ListQuery.extend({
  state: z.enum(LISTED_STATES, says("one_of_many")).optional().meta({ description: LISTED_STATES_MEAN }),
  candidate_id: z.coerce
    .number(says("candidate_number"))
    .int(says("candidate_number"))
    .min(1, says("candidate_number"))
    .max(2_147_483_647, says("candidate_number"))
    .optional()
    .meta({ description: "Of this candidate." }),
  candidate_external_id: ExternalId.optional().meta({ description: "The same, by your own id." }),
  template_id: z.uuid(says("template_id")).optional().meta({ description: "Of this template." }),
  external_id: ExternalId.optional(),
  recommendation: FinalStatus.optional().meta({ description: "What the latest analysis recommends." }),
  decision: FinalStatus.optional().meta({ description: "What a person decided last." }),
  ...CreatedBetween,
  fields: Fields.optional().meta({
    description: "Only these fields of each interview, joined by commas; `id` is always there.",
    example: "state,candidate,analysis",
  }),
});
export type ListInterviewsQuery = z.infer<typeof ListInterviewsQuery>;

export const InterviewAnswer = z.object({ success: z.literal(true), interview: Interview });
export const InterviewsAnswer = listAnswer(Interview.partial().required({ id: true }));

export const InterviewLinkAnswer = z.object({
  success: z.literal(true),
  interview_id: z.uuid(),
  interview_token: z.uuid().meta({ description: "Opens the session in `POST /api/interview/session/start`." }),
  url: z.url().meta({ description: "The candidate's link. Whoever holds it may take the interview." }),
});

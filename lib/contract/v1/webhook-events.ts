import { z } from "zod";
import { EVENT_TYPE_NAMES, type EventType, TEST_EVENT } from "../../domain/event-types.ts";
import { Coverage } from "../coverage.ts";
import { FinalStatus } from "../status.ts";
import { EVENT_MEANS } from "./event-means.ts";

/** The wire of the events that webhooks are sent: ids, status words and addresses, never what a person said or is called. */

/** What every event about an interview says. */
const AboutInterview = z.object({
  interview_id: z.uuid(),
  interview_external_id: z.string().nullable().meta({ description: "Your id of the interview, where you gave one." }),
  candidate_id: z.int(),
  candidate_external_id: z.string().nullable().meta({ description: "Your id of the candidate, where you gave one." }),
  session_id: z.uuid().nullable().meta({ description: "Null before the interview has been started." }),
  links: z.object({
    review: z.url().meta({ description: "The page on which people review the interview." }),
    analysis: z.url().nullable().meta({ description: "Asked with an API key: scores and feedback." }),
    recording: z.url().nullable().meta({ description: "Asked with an API key: state and media of the recording." }),
  }),
});

const AnalysisVersion = z.int().meta({ description: "1, 2, 3 …: no analysis is ever overwritten." });

/** What an event says besides. */
export const EVENT_DETAILS = {
  "interview.opened": z.object({}),
  "interview.started": z.object({ started_at: z.iso.datetime() }),
  "interview.completed": z.object({ ended_at: z.iso.datetime() }),
  "interview.interrupted": z.object({
    last_seen_at: z.iso.datetime().meta({ description: "When something last came from the candidate." }),
  }),
  "recording.ready": z.object({
    version: z.int().meta({ description: "Counts published files: a late upload makes a new one." }),
    provisional: z.boolean().meta({ description: "Made while the candidate may still come back." }),
  }),
  "analysis.completed": z.object({
    analysis_id: z.uuid(),
    version: AnalysisVersion,
    provisional: z.boolean().meta({ description: "Made while the candidate may still come back." }),
    final_status: FinalStatus.nullable(),
    coverage: Coverage.nullable().meta({ description: "Which questions the scores rest on." }),
  }),
  "analysis.failed": z.object({ analysis_id: z.uuid(), version: AnalysisVersion }),
  "decision.made": z.object({
    decision_id: z.uuid(),
    decision: FinalStatus,
    made_by: z.enum(["user", "api_key"]).meta({ description: "A person, or a program for a person that it named." }),
    api_key_id: z.uuid().nullable().meta({ description: "Of the key that sent it." }),
    recording_version: z.int().nullable().meta({ description: "What it was made on; 0: there was no file." }),
    analysis_version: z.int().nullable().meta({ description: "Likewise; 0: nothing was scored." }),
  }),
  "candidate.deletion_requested": z.object({ requested_at: z.iso.datetime() }),
  "candidate.deletion_request_ended": z.object({
    outcome: z.enum(["kept", "withdrawn"]).meta({ description: "`kept`: by a member; `withdrawn`: by the candidate." }),
  }),
  "candidate.erased": z.object({}),
} as const satisfies Record<EventType, z.ZodObject>;

export type EventDetails<T extends EventType> = z.infer<(typeof EVENT_DETAILS)[T]>;

function payload<T extends string, D extends z.ZodObject>(type: T, data: D) {
  const at = z.iso.datetime().meta({ description: "When it happened, which may be long before it is delivered." });
  return z.object({ type: z.literal(type), timestamp: at, data });
}

const aboutInterviews = EVENT_TYPE_NAMES.map((type) =>
  payload(type, AboutInterview.extend(EVENT_DETAILS[type].shape)).meta({ description: EVENT_MEANS[type] }),
);

export const TestEventPayload = payload(TEST_EVENT, z.object({ webhook_id: z.uuid() })).meta({
  description: "Sent on demand, to see whether the receiver works.",
});

/** The body of every message, by its type. */
export const EVENT_PAYLOADS = [...aboutInterviews, TestEventPayload];

import { z } from "zod";
import { FINAL_STATUSES, JOB_STATUSES, RECORDING_STATUSES, SESSION_STATUSES } from "../domain/status.ts";
import { says } from "./fields.ts";

/* The status words on the wire. */

export const RecordingStatus = z.enum(RECORDING_STATUSES);
export const JobStatus = z.enum(JOB_STATUSES);
export const FinalStatus = z.enum(FINAL_STATUSES);
export const SessionStatus = z.enum(SESSION_STATUSES);

/** What a client sends as a decision, or asks for. */
export const GivenFinalStatus = z.enum(FINAL_STATUSES, says("one_of"));

import { z } from "zod";
import { MAX_CANDIDATE_ID } from "../../domain/ids.ts";

/* What lists of results can be narrowed to. All of them are optional; together they must all hold. */

/** An id in a filter: one that cannot be is a mistake worth telling, where an address would simply be of nothing. */
export const IdFilter = z.guid("must be a UUID").optional();

export const CandidateFilter = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, "must be a candidate's number")
  .transform(Number)
  .refine((id) => id <= MAX_CANDIDATE_ID, "must be a candidate's number")
  .optional()
  .meta({ description: "Of this candidate only.", example: "123" });

export const InterviewIdFilter = IdFilter.meta({ description: "Of this interview only." });
export const SessionIdFilter = IdFilter.meta({ description: "Of this session only." });

/** `1` or `0` in an address, as a boolean. */
export const Switch = z.enum(["0", "1"], "must be 0 or 1").default("0");

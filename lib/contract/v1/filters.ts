import { z } from "zod";
import { MAX_CANDIDATE_ID } from "../../domain/ids.ts";
import { says } from "../fields.ts";

/* What lists of results can be narrowed to. All of them are optional; together they must all hold. */

/** An id in a filter: one that cannot be is a mistake worth telling, where an address would simply be of nothing. */
export const IdFilter = z.guid(says("uuid")).optional();

export const CandidateFilter = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, says("candidate_number"))
  .transform(Number)
  .refine((id) => id <= MAX_CANDIDATE_ID, says("candidate_number"))
  .optional()
  .meta({ description: "Of this candidate only.", example: "123" });

export const InterviewIdFilter = IdFilter.meta({ description: "Of this interview only." });
export const SessionIdFilter = IdFilter.meta({ description: "Of this session only." });

/** `1` or `0` in an address, as a boolean. */
export const Switch = z.enum(["0", "1"], says("one_of")).default("0");

/** What the states mean that a list of interviews can be narrowed to. */
export const LISTED_STATES_MEAN =
  "`to_review`: completed and open, because nobody has decided or the latest decision is `needs_review`. `another_look`: completed, and the latest decision is `needs_review`. `deletion_requested`: in any state, and the candidate asks for their data to be deleted. Those are not to review meanwhile.";

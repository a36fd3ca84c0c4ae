import { z } from "zod";
import { LISTED_STATES } from "../../domain/interview-state.ts";
import { says } from "../fields.ts";
import { Moment } from "./fields.ts";
import { IdFilter, LISTED_STATES_MEAN, Switch } from "./filters.ts";

/** Interviews as a table, for spreadsheets and reports. */

export const EXPORT_FORMATS = ["csv", "xlsx", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How many interviews match and are not in it, because their candidates ask for their data to be deleted. */
export const LEFT_OUT_HEADER = "x-interviews-left-out";

export const ExportQuery = z.strictObject({
  format: z
    .enum(EXPORT_FORMATS, says("one_of"))
    .default("csv")
    .meta({ description: "csv by RFC 4180, xlsx for spreadsheets, jsonl for programs: one object a line." }),
  bom: Switch.meta({ description: "`1` begins a csv with a byte order mark, by which Excel knows it is UTF-8." }),
  search: z
    .string()
    .max(200, says("characters_at_most"))
    .optional()
    .meta({ description: "Words in the candidate's name or address." }),
  state: z.enum(LISTED_STATES, says("one_of_many")).optional().meta({ description: LISTED_STATES_MEAN }),
  template_id: IdFilter.meta({ description: "Interviews by this template only." }),
  invited_after: Moment.optional().meta({ description: "Invited after this moment.", example: "2027-01-01T00:00:00Z" }),
  invited_before: Moment.optional().meta({
    description: "Invited before this moment.",
    example: "2027-02-01T00:00:00Z",
  }),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

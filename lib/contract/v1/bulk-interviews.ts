import { z } from "zod";
import { must, says } from "../fields.ts";
import { CreateInterviewBody, Invited } from "./new-interviews.ts";

/** The wire of inviting many at once. No page sends it: what describes a row is made when this file is read. */

export const MAX_BULK_ROWS = 500;
/** Two KiB for each row: all of its fields, in any alphabet, indented and with `\u` escapes. */
export const MAX_BULK_BYTES = 1024 * 1024;

const { $schema: _, ...rowSchema } = z.toJSONSchema(CreateInterviewBody, { io: "input", unrepresentable: "any" });

export const CreateInterviewsBody = z.strictObject(
  {
    dry_run: z
      .boolean(must("true_or_false"))
      .default(false)
      .meta({ description: "Tells what would happen, row by row, and writes nothing." }),
    // Each row is checked by itself, so that a bad one stops no other.
    interviews: z
      .array(z.unknown(), must("list"))
      .min(1, says("entry_at_least"))
      .max(MAX_BULK_ROWS, says("entries_at_most"))
      .meta({ description: "Each as for one interview.", items: rowSchema }),
  },
  must("object"),
);
export type CreateInterviewsBody = z.infer<typeof CreateInterviewsBody>;

export const BulkRow = z.object({
  row: z.int().meta({ description: "Its place in the request, from 0." }),
  status: z.int().meta({ description: "The HTTP status that it would have had by itself.", example: 201 }),
  interview: Invited.nullable().meta({ description: "Null where the row was refused, and in a dry run." }),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      issues: z.array(z.object({ path: z.string(), message: z.string() })),
      interview_id: z.uuid().optional().meta({ description: "Of the open invitation that stands in the way." }),
    })
    .nullable()
    .meta({ description: "Why the row was refused." }),
});
export type BulkRow = z.infer<typeof BulkRow>;

export const CreatedInterviewsAnswer = z.object({
  success: z.literal(true),
  dry_run: z.boolean(),
  created: z.int().meta({ description: "How many rows were accepted; in a dry run: would be." }),
  refused: z.int(),
  rows: z.array(BulkRow).meta({ description: "One for each row of the request, in its order." }),
});

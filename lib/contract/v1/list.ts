import { z } from "zod";
import { Moment } from "./fields.ts";

/** How every list of /api/v1 is asked for and answered: newest first, page by page. */

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** What every list takes; extend it with filters. A parameter that a list does not know is refused, because a mistyped filter would answer with everything. */
export const ListQuery = z.strictObject({
  limit: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(MAX_LIMIT, `must be at most ${MAX_LIMIT}`)
    .default(DEFAULT_LIMIT)
    .meta({ description: "How many at most.", example: DEFAULT_LIMIT }),
  cursor: z.string("must be a text").max(200, "must have at most 200 characters").optional().meta({
    pattern: "^[A-Za-z0-9_-]+$",
    description: "`next_cursor` of the page before; absent: from the newest on.",
  }),
});
export type ListQuery = z.infer<typeof ListQuery>;

export function listAnswer<Item extends z.ZodType>(item: Item) {
  return z.object({
    success: z.literal(true),
    data: z.array(item),
    next_cursor: z.string().nullable().meta({ description: "Asks for the next page; null: this was the last." }),
  });
}

/** Lists of what was made in a stretch of time. */
export const CreatedBetween = {
  created_after: Moment.optional().meta({ description: "Made after this moment.", example: "2027-01-01T00:00:00Z" }),
  created_before: Moment.optional().meta({ description: "Made before this moment.", example: "2027-02-01T00:00:00Z" }),
};

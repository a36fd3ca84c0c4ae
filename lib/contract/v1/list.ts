import { z } from "zod";
import { says } from "../fields.ts";
import { Moment } from "./fields.ts";

/** How every list of /api/v1 is asked for and answered: newest first, page by page. */

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** What every list takes; extend it with filters. A parameter that a list does not know is refused, because a mistyped filter would answer with everything. */
export const ListQuery = z.strictObject({
  limit: z.coerce
    .number(says("whole_number"))
    .int(says("whole_number"))
    .min(1, says("at_least"))
    .max(MAX_LIMIT, says("at_most"))
    .default(DEFAULT_LIMIT)
    .meta({ description: "How many at most.", example: DEFAULT_LIMIT }),
  cursor: z.string(says("text")).max(200, says("characters_at_most")).optional().meta({
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

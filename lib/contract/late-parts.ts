import { z } from "zod";

/** What of an ended interview's recording has not arrived, and whether it would still be taken. */
export const LateParts = z.object({
  waiting: z.int().meta({ description: "Parts that were recorded and have not arrived." }),
  open_until: z.iso
    .datetime()
    .nullable()
    .meta({ description: "Until when they are taken, unless somebody decides; null: not any more." }),
  accepted_at: z.iso.datetime().nullable().meta({ description: "When somebody last accepted late ones." }),
});
export type LateParts = z.infer<typeof LateParts>;

export const LatePartsAnswer = z.object({ success: z.literal(true), message: z.string(), late_parts: LateParts });

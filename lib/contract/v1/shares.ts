import { z } from "zod";
import { must, says, Uuid } from "../fields.ts";
import { InterviewIdFilter, Switch } from "./filters.ts";
import { ListQuery, listAnswer } from "./list.ts";

/** Links that show one interview to somebody without an account. */

export const MAX_SHARE_DAYS = 30;

export const CreateShareBody = z.strictObject(
  {
    expires_in_days: z
      .int(must("whole_number"))
      .min(1, says("at_least"))
      .max(MAX_SHARE_DAYS, says("at_most"))
      .meta({ example: 7 }),
  },
  says("object"),
);
export type CreateShareBody = z.infer<typeof CreateShareBody>;

export const ShareLink = z.object({
  share_link_id: Uuid,
  interview_id: Uuid,
  created_by: z.string().meta({ description: "Who made it, for a person to read." }),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  revoked_at: z.iso.datetime().nullable(),
  open: z.boolean().meta({ description: "Whether it shows anything now." }),
});
export type ShareLink = z.infer<typeof ShareLink>;

export const SharesQuery = ListQuery.extend({ interview_id: InterviewIdFilter });
export type SharesQuery = z.infer<typeof SharesQuery>;

export const ShareList = listAnswer(ShareLink);
export const ShareAnswer = z.object({ success: z.literal(true), share_link: ShareLink });

export const ShareCreated = z.object({
  success: z.literal(true),
  share_link: ShareLink,
  url: z.string().nullable().meta({
    description:
      "The link itself, in this answer only: just its hash is stored. Null where the answer is a repeated one.",
  }),
});

/** 1 is the recording; 2 and on are files beside it. */
export const SharedMediaQuery = z.strictObject({
  file: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, says("whole_from_one"))
    .transform(Number)
    .default(1),
  /** `1` saves it: the way out where a browser cannot play it. */
  download: Switch,
});

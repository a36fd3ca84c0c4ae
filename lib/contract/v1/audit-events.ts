import { z } from "zod";
import { says } from "../fields.ts";
import { ListQuery, listAnswer } from "./list.ts";

/** The wire of the record of who did what. */

export const AuditEvent = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    action: z.string().meta({ description: "`subject.verb`. New ones may come.", example: "api_key.created" }),
    actor: z.object({
      kind: z.string().meta({ description: "`user`, `api_key`, `candidate`, `share_link`, `stranger` or `system`." }),
      id: z.string().nullable(),
      name: z.string().nullable().meta({ description: "As it is now; null for the system, and for what is gone." }),
    }),
    on_behalf_of: z
      .object({ id: z.string(), name: z.string().nullable() })
      .nullable()
      .meta({ description: "The member that a program named as the one whose act it is." }),
    subject: z.object({ kind: z.string().meta({ example: "api_key" }), id: z.string() }),
    detail: z.record(z.string(), z.unknown()).meta({ description: "What else there is to say; never a secret." }),
  })
  .meta({ id: "AuditEvent" });
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditQuery = ListQuery.extend({
  action: z.string(says("text")).max(100, says("characters_at_most")).optional(),
  subject_id: z.string(says("text")).max(100, says("characters_at_most")).optional(),
});
export const AuditEventList = listAnswer(AuditEvent);

import { z } from "zod";
import { SCOPES } from "../../domain/access.ts";
import { says } from "../fields.ts";
import { listAnswer } from "./list.ts";

/** The wire of API keys: everything about them but the keys themselves, which are shown once. */

const Kind = z.enum(["live", "test"]);
const Moment = z.iso.datetime();

export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: Kind.meta({ description: "`test`: it works in the sandbox." }),
    prefix: z.string().meta({ description: "How the key begins, to recognise it by.", example: "tf_live_q3Jt8w" }),
    scopes: z.array(z.enum(SCOPES)).meta({ description: "`admin` includes the others." }),
    cors_origins: z.array(z.string()).meta({ description: "Pages of these origins may use it in a browser." }),
    expires_at: Moment.nullable().meta({ description: "When it ends; null: never." }),
    created_at: Moment,
    last_used_at: Moment.nullable().meta({ description: "To the minute." }),
    revoked_at: Moment.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

/** What a key may be: the verb says what is wrong with a field, so that pages and the command line say the same. */
export const CreateApiKeyBody = z.object(
  {
    name: z.string(says("text")).meta({ description: "What it is for; one line.", example: "Our ATS" }),
    kind: z.enum(["live", "test"], says("one_of")).optional().meta({ description: "`live` without it." }),
    scopes: z
      .array(z.enum(SCOPES, says("one_of")), says("list"))
      .optional()
      .meta({ description: "`read` and `write` without it.", example: ["read", "write"] }),
    cors_origins: z
      .array(z.string(says("text")), says("list"))
      .optional()
      .meta({ description: "At most 20; none without it.", example: ["https://app.example.com"] }),
    expires_at: z
      .string(says("time"))
      .nullish()
      .meta({ description: "When it ends; without it: never.", example: "2099-01-31T00:00:00Z" }),
  },
  says("object"),
);
export type CreateApiKeyBody = z.infer<typeof CreateApiKeyBody>;

export const ApiKeyAnswer = z.object({ success: z.literal(true), api_key: ApiKey });
export const ApiKeyCreated = ApiKeyAnswer.extend({
  key: z.string().nullable().meta({ description: "The key itself, this once. Null in a replayed answer." }),
});
export type ApiKeyCreated = z.infer<typeof ApiKeyCreated>;
export const ApiKeyList = listAnswer(ApiKey);

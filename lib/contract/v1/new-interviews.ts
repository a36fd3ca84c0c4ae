import { z } from "zod";
import { BESIDE_OTHERS, must, says } from "../fields.ts";
import { CandidateId, CreateCandidateBody } from "./candidates.ts";
import { ExternalId, ExternalIdOrNull, Moment } from "./fields.ts";
import { TemplateName } from "./templates.ts";

/** The wire of inviting: one interview, more time. */

export const MAX_OPEN_DAYS = 365;
export const DEFAULT_OPEN_DAYS = 14;

const DAY_MS = 86_400_000;

const expiry = {
  expires_in_days: z
    .int(must("whole_number"))
    .min(1, says("or_more"))
    .max(MAX_OPEN_DAYS, says("at_most"))
    .optional()
    .meta({ description: "Days from now.", example: DEFAULT_OPEN_DAYS }),
  expires_at: Moment.refine((at) => at.getTime() > Date.now(), says("in_the_future"))
    .refine((at) => at.getTime() <= Date.now() + MAX_OPEN_DAYS * DAY_MS, {
      error: says("days_away"),
      params: { days: MAX_OPEN_DAYS },
    })
    .optional()
    .meta({ description: "The moment itself, instead of days." }),
};

const CANDIDATE_KEYS = ["candidate_id", "candidate_external_id", "candidate"] as const;
const TEMPLATE_KEYS = ["template_id", "template_name", "template_external_id"] as const;
const EXPIRY_KEYS = ["expires_in_days", "expires_at"] as const;

/** Refuses more than one of these fields, and none where one is needed, each under its own name. */
function oneOf(keys: readonly string[], required: boolean) {
  return (body: Record<string, unknown>, { addIssue }: z.RefinementCtx) => {
    const given = keys.filter((key) => body[key] !== undefined);
    for (const key of given.slice(1)) {
      addIssue({ code: "custom", path: [key], message: says("not_beside"), params: { other: given[0] } });
    }
    if (!required || given.length > 0) return;
    const others = { values: keys.slice(1) };
    addIssue({ code: "custom", path: keys.slice(0, 1), message: says("required_or"), params: others });
  };
}

/* The same rules as JSON Schema says them. */

const present = (...keys: string[]) => ({
  type: "object",
  required: keys,
  properties: Object.fromEntries(keys.map((key) => [key, {}])),
});
const anyOf = (keys: readonly string[]) => ({ type: "object", anyOf: keys.map((key) => present(key)) });
const neverBoth = (keys: readonly string[]) =>
  keys.flatMap((one, at) => keys.slice(at + 1).map((other) => ({ type: "object", not: present(one, other) })));

export const CreateInterviewBody = z
  .strictObject(
    {
      candidate_id: CandidateId.optional().meta({ description: "Somebody who is there already.", example: 1042 }),
      candidate_external_id: ExternalId.optional().meta({ description: "The same, by your own id." }),
      candidate: CreateCandidateBody.optional().meta({
        description:
          "Somebody who may be new; who is known by this external_id or address is the same candidate, and keeps their name unless `other_name` says otherwise.",
      }),
      template_id: z.string(must("text")).max(200, says("characters_at_most")).meta({ format: "uuid" }).optional(),
      template_name: TemplateName.optional().meta({ example: "Backend engineer" }),
      template_external_id: ExternalId.optional(),
      external_id: ExternalId.nullish(),
      allow_another: z
        .boolean(must("true_or_false"))
        .default(false)
        .meta({ description: "Also beside an open invitation of the same candidate to the same template." }),
      other_name: z.enum(["ask", "keep", "rename"], must("one_of")).default("keep").meta({
        description:
          "What becomes of a name in `candidate` that is not the one they are known by. `keep`: it stands on this interview alone. `rename`: it is their name from now on. `ask`: nothing is made, and 409 `name_differs` says by which name they are known, so that a person can choose.",
      }),
      ...expiry,
    },
    must("object"),
  )
  .superRefine(oneOf(CANDIDATE_KEYS, true), BESIDE_OTHERS)
  .superRefine(oneOf(TEMPLATE_KEYS, true), BESIDE_OTHERS)
  .superRefine(oneOf(EXPIRY_KEYS, false), BESIDE_OTHERS)
  .meta({
    allOf: [
      anyOf(CANDIDATE_KEYS),
      anyOf(TEMPLATE_KEYS),
      ...[CANDIDATE_KEYS, TEMPLATE_KEYS, EXPIRY_KEYS].flatMap(neverBoth),
    ],
  });
export type CreateInterviewBody = z.infer<typeof CreateInterviewBody>;

export const ExtendInterviewBody = z
  .strictObject(expiry, must("object"))
  .superRefine(oneOf(EXPIRY_KEYS, true), BESIDE_OTHERS)
  .meta({ allOf: [anyOf(EXPIRY_KEYS), ...neverBoth(EXPIRY_KEYS)] });
export type ExtendInterviewBody = z.infer<typeof ExtendInterviewBody>;

export const Invited = z.object({
  interview_id: z.uuid(),
  external_id: ExternalIdOrNull,
  candidate_id: CandidateId,
  name_kept: z.literal(true).optional().meta({
    description:
      "The candidate is known by another name, which stays: the name that was sent stands on this interview alone. `PATCH /api/v1/candidates/{candidate_id}` renames.",
  }),
  candidate_created: z.boolean().meta({ description: "False: the candidate was there already." }),
  interview_token: z.uuid().meta({ description: "Opens the session in `POST /api/interview/session/start`." }),
  url: z.url().meta({ description: "The candidate's link. Whoever holds it may take the interview." }),
  expires_at: z.iso.datetime(),
});
export type Invited = z.infer<typeof Invited>;

export const CreatedInterviewAnswer = Invited.extend({ success: z.literal(true) });
export type CreatedInterviewAnswer = z.infer<typeof CreatedInterviewAnswer>;

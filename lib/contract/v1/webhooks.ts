import { z } from "zod";
import { EVENT_TYPE_NAMES } from "../../domain/event-types.ts";
import { DELIVERY_STATUSES } from "../../domain/webhook-status.ts";
import { says } from "../fields.ts";
import { ListQuery, listAnswer } from "./list.ts";

/** The wire of webhooks and of the log of what they were sent. */

const Moment = z.iso.datetime();
const EventTypes = z
  .array(z.enum(EVENT_TYPE_NAMES, says("event_name")), says("list"))
  .max(EVENT_TYPE_NAMES.length, says("each_event_once"));
const ALL = "Which events it is sent; an empty list: all, those of later versions too.";

export const Webhook = z
  .object({
    id: z.uuid(),
    url: z.url().meta({ example: "https://ats.example.com/hooks/talentflow" }),
    description: z.string(),
    events: EventTypes.meta({ description: ALL }),
    enabled: z.boolean(),
    disabled_at: Moment.nullable(),
    disabled_reason: z
      .string()
      .nullable()
      .meta({ description: "Why we stopped sending, in words; null where somebody of yours disabled it." }),
    previous_secret_expires_at: Moment.nullable().meta({
      description: "Until then messages are signed with the secret before as well.",
    }),
    created_at: Moment,
  })
  .meta({ id: "Webhook" });
export type Webhook = z.infer<typeof Webhook>;

/** The verb says what is wrong with an address, because that depends on how the server is configured. */
const Fields = {
  url: z
    .string(says("text"))
    .meta({ description: "https, on the public internet.", example: "https://ats.example.com/hooks/talentflow" }),
  description: z.string(says("text")).meta({ description: "What it is for; one line.", example: "Our ATS" }),
  events: EventTypes.meta({ description: ALL, example: ["interview.completed", "analysis.completed"] }),
};

export const CreateWebhookBody = z.object(
  { url: Fields.url, description: Fields.description.optional(), events: Fields.events.optional() },
  says("object"),
);
export type CreateWebhookBody = z.infer<typeof CreateWebhookBody>;

export const UpdateWebhookBody = z.object(
  {
    url: Fields.url.optional(),
    description: Fields.description.optional(),
    events: Fields.events.optional(),
    enabled: z
      .boolean(says("true_or_false"))
      .optional()
      .meta({ description: "`true` goes on where a disabled webhook stopped." }),
  },
  says("object"),
);
export type UpdateWebhookBody = z.infer<typeof UpdateWebhookBody>;

const At = z.iso.datetime({ offset: true, error: says("moment") });

export const ReplayWebhookBody = z.object(
  {
    since: At.meta({
      description: "Events of this moment and later, as far back as they are kept.",
      example: "2026-11-01T00:00:00Z",
    }),
    until: At.optional().meta({ description: "Events before this moment only.", example: "2026-11-02T00:00:00Z" }),
  },
  says("object"),
);
export type ReplayWebhookBody = z.infer<typeof ReplayWebhookBody>;

export const WebhookAnswer = z.object({ success: z.literal(true), webhook: Webhook });
export const WebhookReplayAnswer = WebhookAnswer.extend({
  count: z.int().meta({ description: "How many events are on their way now: the oldest 5,000 at most." }),
  more: z.boolean().meta({ description: "True: there may be more. The same request again sends the next ones." }),
});
export type WebhookReplayAnswer = z.infer<typeof WebhookReplayAnswer>;
export const WebhookSecretAnswer = WebhookAnswer.extend({
  secret: z.string().nullable().meta({
    description: "Verifies signatures; this once. Null in a replayed answer.",
    example: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
  }),
});
export type WebhookSecretAnswer = z.infer<typeof WebhookSecretAnswer>;
export const WebhookList = listAnswer(Webhook);

const Attempt = z.object({
  at: Moment,
  response_status: z.int().nullable().meta({ description: "Null: no answer, and `error` says why." }),
  response_body: z.string().meta({ description: "The answer's first 4 KiB." }),
  error: z.string().nullable(),
  duration_ms: z.int(),
});

export const Delivery = z
  .object({
    id: z.uuid(),
    webhook_id: z.uuid(),
    message_id: z.uuid().meta({ description: "The header `webhook-id`: the same at each try." }),
    type: z.string().meta({ example: "interview.completed" }),
    interview_id: z.uuid().nullable().meta({ description: "Null: a test event." }),
    status: z.enum(DELIVERY_STATUSES),
    created_at: Moment,
    delivered_at: Moment.nullable(),
    next_attempt_at: Moment.nullable().meta({
      description: "When it is tried next, unless an earlier event of the interview has to arrive first.",
    }),
    attempt_count: z.int(),
    payload: z.record(z.string(), z.unknown()).meta({ description: "What is sent." }),
    attempts: z.array(Attempt).meta({ description: "Newest first, the latest ten: what came back." }),
  })
  .meta({ id: "WebhookDelivery" });
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryQuery = ListQuery.extend({
  status: z.enum(DELIVERY_STATUSES, says("one_of")).optional(),
});
export const DeliveryAnswer = z.object({ success: z.literal(true), delivery: Delivery });
export type DeliveryAnswer = z.infer<typeof DeliveryAnswer>;
export const DeliveryList = listAnswer(Delivery);
export type DeliveryList = z.infer<typeof DeliveryList>;

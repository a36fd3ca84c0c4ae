import { EVENT_PAYLOADS } from "../contract/v1/webhook-events.ts";
import { type JsonSchema, schemaOf } from "./schema-of.ts";
import { WEBHOOKS_TAG } from "./tags.ts";

type Json = Record<string, unknown>;

/** The messages that webhooks are sent, by the type of their event: what a receiver gets, and what it is to answer. */
export function describeWebhooks(named: Record<string, JsonSchema>): Json {
  const all = EVENT_PAYLOADS.map((payload) => {
    const type = payload.shape.type.value;
    const { description, ...schema } = schemaOf(payload, { io: "output", named });
    const name = nameOf(type);
    named[`${name}Message`] = schema;
    return [type, { post: describe(type, name, String(description)) }];
  });
  return Object.fromEntries(all);
}

/** `interview.started` is InterviewStarted. */
function nameOf(type: string): string {
  return type
    .split(/[._]/)
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("");
}

function describe(type: string, name: string, description: string): Json {
  return {
    operationId: `on${name}`,
    tags: [WEBHOOKS_TAG],
    summary: type,
    description,
    security: [],
    parameters: ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => ({
      name,
      in: "header",
      required: true,
      description: "As the Standard Webhooks specification has it.",
      schema: { type: "string" },
    })),
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${name}Message` } } },
    },
    responses: {
      "200": { description: "Any 2xx within 15 seconds: received. It will not be sent again." },
      "400": { description: "Anything else, or nothing in time: it is sent again, for up to three days." },
    },
  };
}

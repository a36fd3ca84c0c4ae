import { EVENT_PAYLOADS } from "../contract/v1/webhook-events.ts";
import { type JsonSchema, schemaOf } from "./schema-of.ts";

type Json = Record<string, unknown>;

/** The messages that webhooks are sent, by the type of their event: what a receiver gets, and what it is to answer. */
export function describeWebhooks(named: Record<string, JsonSchema>): Json {
  const all = EVENT_PAYLOADS.map((payload) => {
    const type = payload.shape.type.value;
    const { description, ...schema } = schemaOf(payload, { io: "output", named });
    return [type, { post: describe(type, String(description), schema) }];
  });
  return Object.fromEntries(all);
}

function describe(type: string, description: string, schema: JsonSchema): Json {
  return {
    operationId: `on${type
      .split(/[._]/)
      .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
      .join("")}`,
    tags: ["Events"],
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
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: {
      "200": { description: "Any 2xx within 15 seconds: received. It will not be sent again." },
      "400": { description: "Anything else, or nothing in time: it is sent again, for up to three days." },
    },
  };
}

import packageJson from "../../package.json" with { type: "json" };
import { OPERATIONS } from "../contract/operations/all.ts";
import { type Components, describeOperation } from "./describe-operation.ts";
import { HEADERS } from "./responses.ts";
import { byReading, TAGS, WEBHOOKS_TAG } from "./tags.ts";
import { describeWebhooks } from "./webhooks.ts";

type Json = Record<string, unknown>;

/**
 * The documented API as OpenAPI 3.1, made from the operations that the routes themselves run by.
 * @param publicUrl where this installation is reached
 * @param closed answers may have no field but those described. For tests: clients are to expect new ones.
 */
export function openApiDocument(publicUrl: string, { closed = false } = {}): Json {
  const documented = OPERATIONS.filter((operation) => operation.documented).sort(byReading);
  const components: Components = { schemas: {}, responses: {} };
  const paths: Record<string, Json> = {};
  for (const operation of documented) {
    const described = describeOperation(operation, components, closed);
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "TalentFlow API",
      version: packageJson.version,
      description: INTRODUCTION,
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "TalentFlow", url: publicUrl },
    },
    servers: [{ url: publicUrl, description: "This installation" }],
    tags: TAGS.filter(({ name }) => name === WEBHOOKS_TAG || documented.some(({ tag }) => tag === name)).map(
      ({ name, description }) => ({
        name,
        description,
      }),
    ),
    security: [{ apiKey: [] }],
    paths,
    webhooks: describeWebhooks(components.schemas),
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key: `tf_live_…` or `tf_test_…`." },
      },
      ...components,
      headers: HEADERS,
    },
  };
}

const INTRODUCTION = [
  "Drive recorded interviews from another program: invite, run the flow, read recordings and scores, hear of events.",
  "Every success has `success: true`; every refusal has one shape, with a code from the catalogue of errors.",
  "New fields may be added to any answer at any time; what is described here stays.",
  "`Idempotency-Key` on any POST makes it safe to repeat for 24 hours.",
  "Keys that begin with `tf_test_` work in a sandbox: nothing they do meets real candidates, and scores are made up.",
].join("\n\n");

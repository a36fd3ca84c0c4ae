import { z } from "zod";
import { OPERATIONS } from "../../../lib/contract/operations/all.ts";
import { openApiDocument } from "../../../lib/openapi/document.ts";
import type { Described } from "./hostile-request.ts";
import type { JsonSchema } from "./schema-values.ts";

type Spec = {
  paths: Record<string, Record<string, SpecOperation>>;
  components: { schemas: Record<string, JsonSchema> };
};
type SpecOperation = {
  parameters?: Described["parameters"];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
};

/** Every operation of the OpenAPI document, and those that only our own pages use: they stand open to anybody as well. */
export function describedOperations(baseUrl: string): Described[] {
  const { paths, components } = openApiDocument(baseUrl) as unknown as Spec;
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Described => {
      const json = requestBody?.content["application/json"]?.schema;
      return {
        method: method.toUpperCase(),
        path,
        parameters,
        json: json ? resolved(json, components.schemas) : null,
        bytes: requestBody !== undefined && !json,
      };
    }),
  );
  const pages = OPERATIONS.filter((operation) => !operation.documented).map(
    ({ method, path, body }): Described => ({
      method,
      path,
      parameters: [],
      json: body ? (z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as JsonSchema) : null,
      bytes: false,
    }),
  );
  return [...documented, ...pages];
}

/** With each reference replaced by what it points to. */
function resolved(schema: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_, value) => {
    const name = typeof value?.$ref === "string" ? value.$ref.split("/").at(-1) : null;
    return name && schemas[name] ? resolved(schemas[name], schemas) : value;
  });
}

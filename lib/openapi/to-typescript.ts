import type { JsonSchema } from "./schema-of.ts";

type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: JsonSchema };
type Media = Record<string, { schema: JsonSchema }>;
type Described = {
  summary: string;
  parameters?: Parameter[];
  requestBody?: { content: Media };
  responses: Record<string, { content?: Media }>;
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, JsonSchema> };
};

const HEADING = "// Made from /api/openapi.json: do not change it by hand.";

/**
 * The document as TypeScript types, for the client that we publish: every named schema, and `Operations` by method and
 * address.
 */
export function toTypeScript(document: object, errorCodes: readonly string[]): string {
  const { paths, components } = document as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => describe(method.toUpperCase(), path, operation)),
  );
  return [
    HEADING,
    ...Object.entries(components.schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`),
    `export type ErrorCode =${errorCodes.map((code) => `\n  | "${code}"`).join("")};`,
    `export type Operations = {\n${operations.join("\n")}\n};`,
  ]
    .join("\n\n")
    .concat("\n");
}

function describe(
  method: string,
  path: string,
  { summary, parameters = [], requestBody, responses }: Described,
): string {
  const options = [
    fields("path", parametersIn(parameters, "path")),
    fields("query", parametersIn(parameters, "query")),
    // The client sends Idempotency-Key by itself.
    fields(
      "headers",
      parametersIn(parameters, "header").filter(({ name }) => name !== "Idempotency-Key"),
    ),
    requestBody ? `body: ${bodyType(requestBody.content)}` : "",
  ].filter(Boolean);
  const lines = [
    `  /** ${summary} */`,
    `  "${method} ${path}": {`,
    `    options: { ${options.join("; ")} };`,
    `    answer: ${answerType(responses)};`,
    "  };",
  ];
  return lines.join("\n");
}

function parametersIn(parameters: Parameter[], place: Parameter["in"]): Parameter[] {
  return parameters.filter((parameter) => parameter.in === place);
}

/** `query?: { … }`: optional as a whole where each of them is. */
function fields(name: string, parameters: Parameter[]): string {
  if (parameters.length === 0) return "";
  const optional = parameters.every(({ required }) => !required) ? "?" : "";
  const each = parameters.map(({ name, required, schema }) => `"${name}"${required ? "" : "?"}: ${typeOf(schema)}`);
  return `${name}${optional}: { ${each.join("; ")} }`;
}

function bodyType(content: Media): string {
  const json = content["application/json"];
  return json ? typeOf(json.schema) : "Blob | ArrayBuffer | Uint8Array<ArrayBuffer>";
}

/** What is no JSON is the Response itself, to stream. */
function answerType(responses: Described["responses"]): string {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const json = success?.content?.["application/json"];
  return json ? typeOf(json.schema) : "Response";
}

function typeOf(schema: JsonSchema, indent = ""): string {
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1) ?? "unknown";
  if (schema.type === "object" && schema.properties) return objectType(schema, indent);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (options) return options.map((option) => typeOf(option, indent)).join(" | ");
  if (Array.isArray(schema.allOf)) return (schema.allOf as JsonSchema[]).map((one) => typeOf(one, indent)).join(" & ");
  const types = [schema.type ?? "unknown"].flat() as string[];
  return types.map((type) => typeNamed(type, schema, indent)).join(" | ");
}

function typeNamed(type: string, schema: JsonSchema, indent: string): string {
  switch (type) {
    case "integer":
      return "number";
    case "string":
    case "number":
    case "boolean":
    case "null":
      return type;
    case "array":
      return `Array<${typeOf((schema.items ?? {}) as JsonSchema, indent)}>`;
    case "object":
      return objectType(schema, indent);
    default:
      return "unknown";
  }
}

function objectType(schema: JsonSchema, indent: string): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const rest = schema.additionalProperties as JsonSchema | boolean | undefined;
  if (properties.length === 0) return `Record<string, ${typeof rest === "object" ? typeOf(rest, indent) : "unknown"}>`;
  const required = (schema.required ?? []) as string[];
  const inner = `${indent}  `;
  const lines = properties.map(([name, property]) => {
    const comment = property.description
      ? `${inner}/** ${String(property.description).replaceAll("*/", "* /")} */\n`
      : "";
    return `${comment}${inner}${name}${required.includes(name) ? "" : "?"}: ${typeOf(property, inner)};`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

import { z } from "zod";

type JsonSchema = Record<string, unknown>;

/**
 * A zod schema as OpenAPI 3.1 takes it (JSON Schema 2020-12).
 * @param io `input`: what a client sends; `output`: what it gets
 */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" });
  return rest;
}

/** The fields of an object schema, each by itself, and whether it must be there: for queries. */
export function fieldsOf(schema: z.ZodType): { name: string; required: boolean; schema: JsonSchema }[] {
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: field,
  }));
}

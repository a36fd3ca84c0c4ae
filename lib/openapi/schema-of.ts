import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

export type SchemaOptions = {
  /** `input`: what a client sends; `output`: what it gets. */
  io: "input" | "output";
  /** Fields that are not described are an error. For tests: clients are to expect new ones. */
  closed?: boolean;
  /** Schemas with an id are put here by it, and referred to. */
  named: Record<string, JsonSchema>;
};

/** A zod schema as OpenAPI 3.1 takes it (JSON Schema 2020-12). */
export function schemaOf(schema: z.ZodType, { io, closed = false, named }: SchemaOptions): JsonSchema {
  const { $schema, $defs, ...described } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => tidy(jsonSchema, io === "output" && !closed),
  }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  for (const [name, definition] of Object.entries($defs ?? {})) {
    const ours = pointToComponents(definition);
    if (named[name] && JSON.stringify(named[name]) !== JSON.stringify(ours)) {
      throw new Error(`two different schemas are called ${name}`);
    }
    named[name] = ours;
  }
  return pointToComponents(described);
}

/** The fields of an object schema, each by itself, and whether it must be there: for queries. */
export function fieldsOf(
  schema: z.ZodType,
  named: Record<string, JsonSchema>,
): { name: string; required: boolean; schema: JsonSchema }[] {
  const { properties = {}, required = [] } = schemaOf(schema, { io: "input", named }) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: field,
  }));
}

/** Leaves out what says the same twice, and writes the rest as OpenAPI 3.1 has it. */
function tidy(schema: JsonSchema, open: boolean): void {
  if (open && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.format !== undefined) delete schema.pattern; // the format's own, spelled out
  // Generators make of a constant that is no text an enumeration of texts, which then refuses every answer.
  if (typeof schema.const === "boolean") delete schema.const;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (isDeepEqual(schema.propertyNames, { type: "string" })) delete schema.propertyNames;
  if ("example" in schema) {
    schema.examples = [schema.example];
    delete schema.example;
  }
  if (Array.isArray(schema.anyOf)) joinNull(schema, schema.anyOf as JsonSchema[], open);
}

/** `anyOf` of a plain type and null becomes a list of types, which reads better. */
function joinNull(schema: JsonSchema, anyOf: JsonSchema[], open: boolean): void {
  const [one, nothing, ...more] = anyOf;
  if (!one || more.length > 0 || !isDeepEqual(nothing, { type: "null" }) || typeof one.type !== "string") return;
  tidy(one, open);
  delete schema.anyOf;
  const values = Array.isArray(one.enum) ? { enum: [...one.enum, null] } : {};
  Object.assign(schema, { ...one, ...schema, type: [one.type, "null"], ...values });
}

function isDeepEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function pointToComponents(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

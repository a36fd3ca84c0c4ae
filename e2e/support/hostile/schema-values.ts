import type { Dice } from "./dice.ts";
import type { Known } from "./world.ts";

export type JsonSchema = {
  $ref?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  type?: string | string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  example?: unknown;
  examples?: unknown[];
};

/**
 * A value that a schema allows, most of the time: what is hostile is put into it afterwards, so that it gets as far into the
 * server as it can. Names of fields find ids that exist.
 */
export function valueFor(schema: JsonSchema, name: string, dice: Dice, known: Known): unknown {
  const existing = known.find(name);
  if (existing.length > 0 && dice.chance(0.9)) return dice.pick(existing);
  if (name === "url") return unreachableUrl(dice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  if (schema.example !== undefined && dice.chance(0.6)) return schema.example;
  if (schema.examples && dice.chance(0.6)) return dice.pick(schema.examples);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return valueFor(dice.pick(choices), name, dice, known);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueFor(part, name, dice, known)));
  const type = Array.isArray(schema.type) ? dice.pick(schema.type) : schema.type;
  switch (type) {
    case "object":
      return objectOf(schema, dice, known);
    case "array": {
      const length = Math.max(schema.minItems ?? 0, dice.below(3));
      return Array.from({ length }, () => valueFor(schema.items ?? {}, name, dice, known));
    }
    case "integer":
    case "number":
      return numberOf(schema, type, dice);
    case "boolean":
      return dice.chance(0.5);
    case "null":
      return null;
    default:
      return textOf(schema, name, dice);
  }
}

function objectOf(schema: JsonSchema, dice: Dice, known: Known): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(name) || dice.chance(0.4)) object[name] = valueFor(field, name, dice, known);
  }
  return object;
}

function numberOf({ minimum = 0, maximum = minimum + 100 }: JsonSchema, type: string, dice: Dice): number {
  if (dice.chance(0.2)) return dice.pick([minimum, maximum]);
  const value = minimum + (dice.below(1_000) / 1_000) * Math.min(maximum - minimum, 1_000);
  return type === "integer" ? Math.round(value) : value;
}

function textOf({ format, minLength = 0, maxLength = 60 }: JsonSchema, name: string, dice: Dice): string {
  const number = dice.below(1_000_000);
  if (format === "uuid") return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  if (format === "date-time") return new Date(Date.UTC(2027, 0, 1) + number * 60_000).toISOString();
  if (format === "email" || name === "email") return `someone-${number}@example.com`;
  if (format === "uri") return unreachableUrl(dice);
  if (name === "mime_type") return "video/webm;codecs=vp9,opus";
  return `text ${number} `.repeat(20).slice(0, Math.max(minLength, Math.min(maxLength, 5 + dice.below(100))));
}

/** A name that can never be resolved (RFC 6761): nothing of this leaves the machine. */
function unreachableUrl(dice: Dice): string {
  return `https://hooks-${dice.below(1_000_000)}.invalid/in`;
}

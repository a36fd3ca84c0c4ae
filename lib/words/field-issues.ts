import { type FieldIssue, isFieldKey } from "./field-words.ts";

/** What a schema's check found, of zod or of `zod/mini`: the message is the key of our words. */
type SchemaIssue = {
  code?: string;
  path: PropertyKey[];
  message: string;
  minimum?: unknown;
  maximum?: unknown;
  values?: readonly unknown[];
  keys?: readonly string[];
  params?: Record<string, unknown>;
};

/** What is wrong with each field, as our words can say it. */
export function fieldIssues({ issues }: { issues: readonly SchemaIssue[] }): FieldIssue[] {
  return issues.flatMap(toIssues);
}

/** A strict object names the fields it does not know all at once. */
function toIssues(issue: SchemaIssue): FieldIssue[] {
  const { code, path, keys = [] } = issue;
  if (code !== "unrecognized_keys") return [{ path: path.join("."), ...saidOf(issue) }];
  return keys.map((key) => ({ path: [...path, key].join("."), key: "not_known" }));
}

/** What stands in the words is the schema's limit, its choices or what its check gave along; others' words are told as they are. */
function saidOf({ message, minimum, maximum, values, params }: SchemaIssue): Pick<FieldIssue, "key" | "params"> {
  if (!isFieldKey(message)) return { key: { message } };
  return {
    key: message,
    params: {
      ...(params as FieldIssue["params"]),
      ...(minimum === undefined ? {} : { minimum: String(minimum) }),
      ...(maximum === undefined ? {} : { maximum: String(maximum) }),
      ...(values === undefined ? {} : { values: values.map(String) }),
    },
  };
}

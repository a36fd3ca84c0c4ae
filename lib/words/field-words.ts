import { catalogue, type Params } from "./catalogue.ts";
import { fields } from "./en/fields.ts";
import { either } from "./format.ts";
import type { Locale } from "./locale.ts";

const sentences = catalogue({ en: fields });

/** What can be wrong with a field. The contract's schemas name it, where others would have a sentence. */
export type FieldKey = keyof typeof fields;

export type FieldIssue = {
  /** Where the field stands: `answer_data.confidence`. */
  path: string;
  /** What is wrong with it; or what somebody else's check says of it, in its own words. */
  key: FieldKey | { message: string };
  /** What stands in its words; `values`: what the field may be instead. */
  params?: Record<string, string | number | readonly string[]>;
};

/** As it is said behind the field's name: `must not be empty`. */
export function fieldWords({ key, params = {} }: Pick<FieldIssue, "key" | "params">, locale: Locale): string {
  if (typeof key === "object") return key.message;
  return (sentences.in(locale) as (key: FieldKey, params: Params) => string)(key, inWords(params, locale));
}

/** A list is `values` where one of it is meant, and `names` where it is only counted up. */
function inWords(params: NonNullable<FieldIssue["params"]>, locale: Locale): Params {
  const { values, ...others } = params;
  if (!Array.isArray(values)) return params as Params;
  return { ...(others as Params), values: either(values, locale), names: values.join(", ") };
}

/** Whether a schema named our words for it. What a schema has no words of ours for is said in the library's own. */
export function isFieldKey(said: string): said is FieldKey {
  return sentences.has(said);
}

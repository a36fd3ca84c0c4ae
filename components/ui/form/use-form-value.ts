"use client";

import { type FieldPath, type FieldPathValue, type FieldValues, useController } from "react-hook-form";
import type { FormState } from "./use-form.ts";

/** What one field of a form holds, for what is no input of the browser's: a choice of cards, a list to tick. */
export function useFormValue<Values extends FieldValues, Body, Name extends FieldPath<Values>>(
  { fields }: FormState<Values, Body>,
  name: Name,
): {
  value: FieldPathValue<Values, Name>;
  change: (value: FieldPathValue<Values, Name>) => void;
  problem: string | null;
} {
  const { field, fieldState } = useController({ control: fields.control, name });
  return { value: field.value, change: field.onChange, problem: fieldState.error?.message ?? null };
}

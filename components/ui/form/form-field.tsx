"use client";

import type { ComponentProps } from "react";
import { type FieldPath, type FieldValues, useFormState } from "react-hook-form";
import { Field } from "../field.tsx";
import { problemAt } from "./schema-resolver.ts";
import type { FormState } from "./use-form.ts";

type FormFieldProps<Values extends FieldValues, Body> = Omit<ComponentProps<typeof Field>, "error" | "registered"> & {
  form: FormState<Values, Body>;
  name: FieldPath<Values>;
  /** What it holds is a number. */
  numeric?: boolean;
};

/** A field of a form: its label, its one Input, Textarea or Select, which needs no name of its own, and what is wrong with it. */
export function FormField<Values extends FieldValues, Body>({
  form: { fields },
  name,
  numeric = false,
  ...field
}: FormFieldProps<Values, Body>) {
  const { errors } = useFormState({ control: fields.control, name });
  return (
    <Field {...field} error={problemAt(errors, name)} registered={fields.register(name, { valueAsNumber: numeric })} />
  );
}

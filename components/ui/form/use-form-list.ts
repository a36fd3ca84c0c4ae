"use client";

import { type ArrayPath, type FieldArray, type FieldValues, useFieldArray, useFormState } from "react-hook-form";
import { problemAt } from "./schema-resolver.ts";
import type { FormState } from "./use-form.ts";

/**
 * A list within a form, such as the questions of a template: a line's fields are called `questions.0.text`. What is wrong with a line, and
 * what was typed into it, goes with it when it moves.
 */
export function useFormList<Values extends FieldValues, Body, Name extends ArrayPath<Values>>(
  { fields }: FormState<Values, Body>,
  name: Name,
) {
  const { fields: lines, append, remove, move } = useFieldArray({ control: fields.control, name });
  const { errors } = useFormState({ control: fields.control });
  return {
    /** The keys of its lines, each the same wherever the line moves. */
    keys: lines.map(({ id }) => id),
    /** Puts a line at the end, and the keyboard into it. */
    add: (line: FieldArray<Values, Name>) => append(line),
    remove: (index: number) => remove(index),
    move,
    /** What is wrong with the list itself, such as having too few lines. */
    problem: problemAt(errors, name),
  };
}

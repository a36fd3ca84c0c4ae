"use client";

import type { FieldValues } from "react-hook-form";
import { Alert } from "../alert.tsx";
import type { FormState } from "./use-form.ts";

const KEPT = { typed: "What you typed is still here.", written: "What you wrote is still here." };

type FormProblemProps<Values extends FieldValues, Body> = {
  form: FormState<Values, Body>;
  /** What did not happen. */
  title: string;
  /** Says that nothing is lost, too. */
  kept?: keyof typeof KEPT;
};

/** Why a form was refused, where no field of it tells. */
export function FormProblem<Values extends FieldValues, Body>({ form, title, kept }: FormProblemProps<Values, Body>) {
  if (!form.problem) return null;
  return (
    <Alert tone="negative" title={title} announce="alert">
      {form.problem.message}
      {kept ? ` ${KEPT[kept]}` : null}
    </Alert>
  );
}

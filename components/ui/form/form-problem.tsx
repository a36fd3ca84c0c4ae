"use client";

import type { FieldValues } from "react-hook-form";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { forms } from "@/lib/words/en/forms.ts";
import { Alert } from "../alert.tsx";
import type { FormState } from "./use-form.ts";

const sentences = catalogue({ en: forms });

type FormProblemProps<Values extends FieldValues, Body> = {
  form: FormState<Values, Body>;
  /** What did not happen. */
  title: string;
  /** Says that nothing is lost, too. */
  kept?: "typed" | "written";
};

/** Why a form was refused, where no field of it tells. */
export function FormProblem<Values extends FieldValues, Body>({ form, title, kept }: FormProblemProps<Values, Body>) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  if (!form.problem) return null;
  return (
    <Alert tone="negative" title={title} announce="alert">
      {refusal(form.problem)}
      {kept ? ` ${say(`kept:${kept}`)}` : null}
    </Alert>
  );
}

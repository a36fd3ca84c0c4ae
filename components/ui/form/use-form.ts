"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm as useFields,
} from "react-hook-form";
import { useLocale } from "#use-locale";
import type { KeptDraft } from "../../../lib/client/form-draft.ts";
import type { Locale } from "../../../lib/words/locale.ts";
import { issueWords } from "../../../lib/words/refusal-words.ts";
import { type FieldIssue, type ProblemWords, placeIssues } from "./field-issues.ts";
import { focusFirstProblem } from "./focus-first-problem.ts";
import { type FormSchema, schemaResolver } from "./schema-resolver.ts";
import { useDraft } from "./use-draft.ts";

export type FormOptions<Values extends FieldValues, Body, Answer> = {
  /** What is sent has to be this: the contract's own schema, so that the browser says what the server would. */
  schema: FormSchema<Body>;
  /** What the fields hold at first. */
  initial: Values;
  /** Makes what is sent of what the fields hold, before it is checked; without it the two are the same. */
  toBody?: (values: Values) => object;
  words: ProblemWords;
  /** Sends it; what it throws is told at the fields that its issues name, or else for the whole form. */
  send: (body: Body) => Promise<Answer>;
  /** It has been taken. Until this is over, too, the form sends nothing else. */
  onSent?: (answer: Answer, body: Body) => void | Promise<void>;
  /** Where what is being written is kept over a reload. */
  draft?: KeptDraft<Values>;
};

export type FormState<Values extends FieldValues, Body = unknown> = {
  /** The fields and what they hold. */
  fields: UseFormReturn<Values, unknown, Body>;
  element: RefObject<HTMLFormElement | null>;
  isSending: boolean;
  /** Why it was refused, where no field tells it. */
  problem: Error | null;
  dropProblem: () => void;
  /** Checks and sends what the fields hold; `more` goes along this once. One at a time. */
  submit: (more?: Partial<Body>) => Promise<void>;
  /** Something of it is written and not sent; always false of a form without a draft. */
  isBegun: boolean;
  /** As if nothing had been written. */
  startOver: () => void;
};

/**
 * A form: what its fields hold, what is wrong with them and where, and its way to the server. What was typed stays whatever is
 * refused, and the keyboard goes to the first field that is wrong.
 */
export function useForm<Values extends FieldValues, Body, Answer>(
  options: FormOptions<Values, Body, Answer>,
): FormState<Values, Body> {
  const { schema, initial, words, toBody = (values) => values } = options;
  const locale = useLocale();
  const element = useRef<HTMLFormElement>(null);
  const more = useRef<Partial<Body>>({});
  const isSending = useRef(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [attempts, setAttempts] = useState(0);
  const fields = useFields<Values, unknown, Body>({
    defaultValues: initial as DefaultValues<Values>,
    resolver: schemaResolver(schema, (values) => ({ ...toBody(values), ...more.current }), words, locale),
    shouldFocusError: false, // the first on the page, which need not be the first that was made
  });
  const isBegun = useDraft(fields, options.draft);

  useEffect(() => {
    if (attempts > 0) focusFirstProblem(element.current);
  }, [attempts]);

  const refuse = (error: unknown) => {
    if (!(error instanceof Error)) throw error;
    const { told, untold } = placeIssues(issuesOf(error, locale), words, locale);
    for (const { field, problem: message } of told)
      fields.setError(field as FieldPath<Values>, { type: "refused", message });
    if (told.length === 0 || untold.length > 0) setProblem(error);
  };
  const send = async (body: Body) => {
    const sent = await options.send(body).then((answer) => ({ answer }), refuse);
    if (sent) await options.onSent?.(sent.answer, body);
  };
  const submit = async (extra: Partial<Body> = {}) => {
    if (isSending.current) return;
    isSending.current = true;
    more.current = extra;
    setProblem(null);
    try {
      await fields.handleSubmit(send, ({ root }) => setProblem(root?.message ? new Error(root.message) : null))();
    } finally {
      isSending.current = false;
      setAttempts((count) => count + 1);
    }
  };
  return {
    fields,
    element,
    isSending: fields.formState.isSubmitting,
    problem,
    dropProblem: () => setProblem(null),
    submit,
    isBegun,
    startOver: () => fields.reset(initial, { keepFieldsRef: true }),
  };
}

/** What a refusal says of fields, if it does. */
function issuesOf(error: Error, locale: Locale): FieldIssue[] {
  const issues: FieldIssue[] = "issues" in error && Array.isArray(error.issues) ? error.issues : [];
  return issues.map(({ path, message }) => ({ path, message: issueWords(message, locale) }));
}

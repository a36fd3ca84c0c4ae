"use client";

import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { parts } from "@/lib/words/en/parts.ts";

const sentences = catalogue({ en: parts });

type FieldControl = Partial<UseFormRegisterReturn> & {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
};

const FieldContext = createContext<FieldControl | null>(null);

/** What ties a control to its field's label, hint and error, and to its form; nothing outside a field. */
export function useFieldControl(): Partial<FieldControl> {
  return useContext(FieldContext) ?? {};
}

type FieldProps = {
  label: ReactNode;
  /** Said before anything is typed: a format, an example, why it is asked. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. Announced when it appears. */
  error?: string | null | undefined;
  optional?: boolean;
  /** What ties its control to a form. */
  registered?: UseFormRegisterReturn;
  /** One Input, Textarea or Select; it finds its label, hint and error by itself. */
  children: ReactNode;
};

/** A label, one control, and what there is to say about it. */
export function Field({ label, hint, error, optional = false, registered, children }: FieldProps) {
  const say = useWords(sentences);
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const control: FieldControl = {
    ...registered,
    id,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-strong">
        {label}
        {optional ? <span className="font-normal text-muted"> {say("optional")}</span> : null}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <div aria-live="polite" className="empty:-mt-2">
        {error ? (
          <p id={`${id}-error`} className="flex gap-2 text-sm text-negative">
            <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
}

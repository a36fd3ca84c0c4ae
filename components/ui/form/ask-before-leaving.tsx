"use client";

import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import { LeaveGuard } from "../leave-guard.tsx";
import type { FormState } from "./use-form.ts";

type AskBeforeLeavingProps<Values extends FieldValues, Body> = Omit<ComponentProps<typeof LeaveGuard>, "active"> & {
  form: FormState<Values, Body>;
};

/** Asks before the page is left while something is written in a form and not sent. */
export function AskBeforeLeaving<Values extends FieldValues, Body>({
  form,
  ...words
}: AskBeforeLeavingProps<Values, Body>) {
  return <LeaveGuard {...words} active={form.isBegun && !form.isSending} />;
}

"use client";

import { useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { KeptDraft } from "../../../lib/client/form-draft.ts";

/**
 * Finds what was being written before, and keeps what is being written now.
 * @returns whether something is
 */
export function useDraft<Values extends FieldValues, Body>(
  { subscribe, reset }: UseFormReturn<Values, unknown, Body>,
  draft: KeptDraft<Values> | undefined,
): boolean {
  const [isBegun, setBegun] = useState(false);
  const key = draft?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what tells one draft from another
  useEffect(() => {
    if (!draft) return;
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        draft.write(values);
        setBegun(draft.isBegun(values));
      },
    });
    const kept = draft.read();
    if (kept) reset(kept, { keepDefaultValues: true, keepFieldsRef: true });
    return unsubscribe;
  }, [key, subscribe, reset]);
  return isBegun;
}

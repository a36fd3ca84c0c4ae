import { type RefObject, useEffect } from "react";

/** After a refusal the keyboard goes to the first field that is wrong, and the field comes into view. */
export function useFocusOnProblem(form: RefObject<HTMLFormElement | null>, error: Error | null): void {
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, error]);
}

const WRONG = "[aria-invalid=true], [data-invalid] :is(input, select, textarea)";

/** Leads the keyboard to the first field on the page that is wrong, and so the field comes into view. */
export function focusFirstProblem(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>(WRONG)?.focus();
}

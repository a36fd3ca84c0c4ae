import { flushSync } from "react-dom";

/**
 * Puts words behind the text of a field, while caret, selection and view stay where the person has them. Who writes at
 * the end stays at the end; where nobody writes, the last words come into view.
 * @param change the state's change that puts them there; it takes effect at once, so that no keystroke comes in between
 */
export function keepCaret(field: HTMLTextAreaElement | null, change: () => void): void {
  if (!field) {
    change();
    return;
  }
  const { selectionStart, selectionEnd, selectionDirection, scrollTop, value } = field;
  const writing = document.activeElement === field;
  const atEnd = selectionStart === value.length;
  flushSync(change);
  if (writing && !atEnd) field.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  else if (writing) field.setSelectionRange(field.value.length, field.value.length);
  field.scrollTop = writing && !atEnd ? scrollTop : field.scrollHeight;
}

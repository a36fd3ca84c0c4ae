/** What a key does among rows; null: nothing. */
export type RowKey = "next" | "previous" | "choose";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** @param within the keyboard is in a row already, where the arrows go on to the next */
export function rowKeyOf({ key, ctrlKey, metaKey, altKey }: Pressed, within: boolean): RowKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "j" || (within && key === "ArrowDown")) return "next";
  if (key === "k" || (within && key === "ArrowUp")) return "previous";
  return within && key === "x" ? "choose" : null;
}

/** Does it. The first row is next where the keyboard is in none; beyond the ends it stays. */
export function pressRowKey(list: HTMLElement, key: RowKey): void {
  const rows = [...list.children];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === "choose") boxOf(rows[at])?.click();
  else linkOf(rows[at === -1 ? 0 : at + STEPS[key]])?.focus();
}

const STEPS = { next: 1, previous: -1 };

function linkOf(row: Element | undefined) {
  return row?.querySelector<HTMLElement>("a[href]");
}

/** What chooses a row, where the page has room for it. */
function boxOf(row: Element | undefined): HTMLElement | null {
  const box = row?.querySelector<HTMLElement>("input[type=checkbox]");
  return box?.checkVisibility() ? box : null;
}

const KEY = "talentflow.list";
const LIST = "/dashboard";

/** Keeps where this tab has last seen the list, with its filter, its search and its page. */
export function rememberList(address: string): void {
  try {
    sessionStorage.setItem(KEY, address);
  } catch {
    // Browsers may forbid storage: then the way back leads to the whole list.
  }
}

/** Where this tab has left the list; the whole of it where it has not seen any. */
export function lastList(): string {
  try {
    const stored = sessionStorage.getItem(KEY) ?? "";
    return stored.startsWith(`${LIST}?`) ? stored : LIST;
  } catch {
    return LIST;
  }
}

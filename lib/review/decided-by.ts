import type { ListedRow } from "../db/interview-list.ts";

/** Whose decision it is, in words: a program's is shown as the program's, for whoever it names. */
export function decidedBy({ user, apiKey }: { user: { name: string }; apiKey: { name: string } | null }): string {
  return apiKey ? `API key “${apiKey.name}” for ${user.name}` : user.name;
}

/** The same of a line of the list; null: nobody has decided. */
export function whoDecided({ decidedBy: name, decidedByKey: key }: Pick<ListedRow, "decidedBy" | "decidedByKey">) {
  return name === null ? null : decidedBy({ user: { name }, apiKey: key === null ? null : { name: key } });
}

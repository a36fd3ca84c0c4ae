import type { ColumnOf, ModelName, WhereOf } from "../../db/models.ts";

/** Whose something is. `mixed`: it may speak of a candidate among others. */
export type Whose = "candidate" | "mixed" | "member" | "organization" | "nobody";

/** In place of what opens something: another random id, which nobody holds. */
export const RENEWED = Symbol("renewed");

/** What erasing a candidate does with a column. */
export type Treatment = "delete" | { blank: unknown } | { keep: string };

/** All that is known of whoever is erased. Text, as it may stand anywhere. */
export type Subject = {
  organizationId: string;
  candidateId: number;
  interviewIds: string[];
  sessionIds: string[];
  /** What opens something of theirs: links' tokens and sessions' ids. */
  credentials: string[];
  /** What they are called and known by. */
  words: string[];
};

/** One table: whose rows they are, which are a candidate's, and what becomes of each column. */
export type Table<M extends ModelName> = {
  whose: Whose;
  /** Null: none is a candidate's, or none can be found by who they are; then `columns` says why that is well. */
  found: ((subject: Subject) => WhereOf<M>) | null;
  columns: { [C in ColumnOf<M>]: Treatment };
};

/** The row goes, and these with it. */
export function removed<const C extends string>(...columns: C[]): Record<C, "delete"> {
  return each(columns, "delete");
}

export function kept<const C extends string>(why: string, ...columns: C[]): Record<C, { keep: string }> {
  return each(columns, { keep: why });
}

/** @param value what stands there afterwards */
export function blanked<const C extends string>(value: unknown, ...columns: C[]): Record<C, { blank: unknown }> {
  return each(columns, { blank: value });
}

function each<C extends string, T>(columns: readonly C[], treatment: T): Record<C, T> {
  return Object.fromEntries(columns.map((column) => [column, treatment])) as Record<C, T>;
}

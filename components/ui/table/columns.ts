import type { CSSProperties, ReactNode } from "react";

/** One column of a list on a desk. On a phone a row is a card, and its cells stand where `className` says. */
export type Column<Row> = {
  /** What it is called; empty where its cells say so themselves. */
  head: string;
  /** A track of a grid: `7.5rem`, `minmax(0,2fr)`. */
  width: string;
  className: string;
  cell: (row: Row) => ReactNode;
  /** What stands for a cell that is not there yet: the sizes of its lines. */
  skeleton: string[];
};

/** The head of a list, its rows and its skeleton stand in the same columns. */
export const TRACKS = "px-4 sm:px-6 lg:grid-cols-(--tracks) lg:gap-x-6";

/** The widths that `TRACKS` stands for; `boxed` with the boxes to choose rows by before them. */
export function tracksOf(columns: readonly { width: string }[], boxed: boolean): CSSProperties {
  const widths = columns.map(({ width }) => width);
  return { "--tracks": [...(boxed ? ["1.25rem"] : []), ...widths].join(" ") } as CSSProperties;
}

export const FRAME = "overflow-hidden rounded-card border border-hairline bg-surface shadow-card";
export const HEAD = "border-b border-hairline text-xs text-muted";
export const ROWS = "divide-y divide-hairline";

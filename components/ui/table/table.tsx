import type { ReactNode } from "react";
import { Card } from "../card.tsx";
import { classNames } from "../class-names.ts";
import { type Column, FRAME, HEAD, TRACKS, tracksOf } from "./columns.ts";
import { RowBox } from "./row-box.tsx";
import { Rows } from "./rows.tsx";
import { SelectionHead } from "./selection-head.tsx";
import { SelectionProvider } from "./selection-provider.tsx";

/** How rows are chosen to do something with all of them. */
type Choosing<Row> = {
  /** Says which row a box is of; null for a row that cannot be chosen. */
  labelOf: (row: Row) => string | null;
  /** What can be done. */
  actions: ReactNode;
};

type TableProps<Row extends { id: string }> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** All of what may be cut in a row. */
  titleOf: (row: Row) => string;
  choosing: Choosing<Row> | null;
  /** What there is to say where there are no rows. */
  empty: ReactNode;
};

/**
 * One page of a list: a table's columns on a desk, a stack of cards on a phone. `j`, `k` and the arrows go from row to row, Enter follows
 * a row's `RowLink`, and `x` chooses it.
 */
export function Table<Row extends { id: string }>(props: TableProps<Row>) {
  const { label, columns, rows, titleOf, choosing, empty } = props;
  if (rows.length === 0) return <Card padding="none">{empty}</Card>;
  const heads = columns.map(({ head }) => <span key={head}>{head}</span>);
  const chosen = rows.filter((row) => choosing?.labelOf(row));
  return (
    <SelectionProvider ids={chosen.map(({ id }) => id)}>
      <div className={FRAME} style={tracksOf(columns, choosing !== null)}>
        {choosing ? (
          <SelectionHead actions={choosing.actions}>{heads}</SelectionHead>
        ) : (
          <div aria-hidden className={classNames("hidden py-3 lg:grid", HEAD, TRACKS)}>
            {heads}
          </div>
        )}
        <Rows label={label}>
          {rows.map((row) => (
            <li key={row.id} title={titleOf(row)} className={classNames(ROW, TRACKS)}>
              {choosing ? <RowBox id={row.id} label={choosing.labelOf(row)} /> : null}
              {columns.map(({ head, className, cell }) => (
                <div key={head} className={className}>
                  {cell(row)}
                </div>
              ))}
            </li>
          ))}
        </Rows>
      </div>
    </SelectionProvider>
  );
}

const ROW =
  "relative grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-y-3 py-4 transition-colors hover:bg-hover " +
  "has-[a:focus-visible]:bg-hover has-checked:bg-accent-soft lg:min-h-18 lg:py-3";

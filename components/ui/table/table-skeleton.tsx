import { classNames } from "../class-names.ts";
import { Skeleton } from "../skeleton.tsx";
import { type Column, FRAME, HEAD, ROWS, TRACKS, tracksOf } from "./columns.ts";

/** So many columns say enough in a card. */
const ON_PHONE = 2;
const LINES = ["a", "b", "c", "d", "e", "f", "g", "h"];

type TableSkeletonProps<Row> = {
  /** Says what is coming. */
  label: string;
  columns: readonly Column<Row>[];
  /** Its rows can be chosen. */
  choosing: boolean;
};

/** A list before it is there, line by line in its own columns. */
export function TableSkeleton<Row>({ label, columns, choosing }: TableSkeletonProps<Row>) {
  return (
    <div role="status" className={FRAME} style={tracksOf(columns, choosing)}>
      <span className="sr-only">{label}</span>
      <div className={classNames("hidden h-10 lg:block", HEAD)} />
      <ul aria-hidden className={ROWS}>
        {LINES.map((line) => (
          <li key={line} className={classNames("grid min-h-18 items-center gap-y-3 py-4", TRACKS)}>
            {choosing ? <span className="max-lg:hidden" /> : null}
            {columns.map(({ head, skeleton }, index) => (
              <div key={head} className={classNames("flex flex-col gap-2", index >= ON_PHONE && "max-lg:hidden")}>
                {skeleton.map((size) => (
                  <Skeleton key={size} className={size} />
                ))}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

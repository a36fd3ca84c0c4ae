import { classNames } from "@/components/ui/class-names.ts";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { ROW_COLUMNS } from "./row-columns.ts";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The list before it is there, line by line in its own columns. */
export function ListSkeleton() {
  return (
    <div role="status" className="overflow-hidden rounded-card border border-hairline bg-surface shadow-card">
      <span className="sr-only">Loading interviews</span>
      <div className={classNames("hidden h-10 border-b border-hairline lg:block")} />
      <ul aria-hidden className="divide-y divide-hairline">
        {ROWS.map((row) => (
          <li key={row} className={classNames("grid min-h-18 items-center gap-y-3 py-4", ROW_COLUMNS)}>
            <div className="flex flex-col gap-2">
              <Skeleton className="h-3.5 w-36" />
              <Skeleton className="h-3 w-48 max-w-full" />
            </div>
            <Skeleton className="h-3.5 w-28" />
            <Skeleton className="hidden h-3.5 w-20 lg:block" />
            <Skeleton className="hidden h-3.5 w-24 lg:block" />
            <Skeleton className="hidden h-6 w-28 lg:block" />
            <Skeleton className="hidden h-3.5 w-20 lg:block" />
          </li>
        ))}
      </ul>
    </div>
  );
}

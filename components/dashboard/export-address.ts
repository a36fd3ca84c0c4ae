import type { EXPORT_FORMATS, ExportFormat } from "../../lib/contract/v1/exports.ts";
import type { ListFilter } from "./list-address.ts";

/** What somebody can take home: Excel needs a mark to read a CSV as UTF-8, everything else stumbles over it. */
export const EXPORTS = [
  { format: "xlsx", bom: false, name: "xlsx" },
  { format: "csv", bom: true, name: "csv_for_excel" },
  { format: "csv", bom: false, name: "csv" },
  { format: "jsonl", bom: false, name: "jsonl" },
] as const satisfies { format: (typeof EXPORT_FORMATS)[number]; bom: boolean; name: string }[];

/** Where the list is exported as it is filtered now: all its pages. */
export function exportAddress({ search, state }: ListFilter, format: ExportFormat, bom: boolean): string {
  const params = new URLSearchParams({ format });
  if (bom) params.set("bom", "1");
  for (const [name, value] of Object.entries({ search, state })) if (value) params.set(name, value);
  return `/api/v1/exports/interviews?${params}`;
}

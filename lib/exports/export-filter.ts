import type { ExportQuery } from "../contract/v1/exports.ts";
import type { ExportFilter } from "../db/exports.ts";

type Asked = Partial<Pick<ExportQuery, "search" | "state" | "template_id" | "invited_after" | "invited_before">>;

/** What an export is narrowed to. */
export function filterOf(query: Asked): ExportFilter {
  return {
    words: (query.search ?? "").split(/\s+/).filter(Boolean).slice(0, 8),
    state: query.state ?? null,
    templateId: query.template_id,
    invitedAfter: query.invited_after,
    invitedBefore: query.invited_before,
  };
}

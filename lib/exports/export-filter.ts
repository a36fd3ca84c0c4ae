import type { ExportQuery } from "../contract/v1/exports.ts";
import type { InterviewFilter } from "../db/interview-filter.ts";
import { searchWords } from "../domain/search-words.ts";

type Asked = Partial<Pick<ExportQuery, "search" | "state" | "template_id" | "invited_after" | "invited_before">>;

/** What an export is narrowed to. */
export function filterOf(query: Asked): InterviewFilter {
  return {
    words: searchWords(query.search),
    state: query.state ?? null,
    templateId: query.template_id,
    createdAfter: query.invited_after,
    createdBefore: query.invited_before,
  };
}

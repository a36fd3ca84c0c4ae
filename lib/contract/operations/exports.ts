import { operation } from "../operation.ts";
import { ExportQuery } from "../v1/exports.ts";

export const exportInterviews = operation({
  id: "exportInterviews",
  method: "GET",
  path: "/api/v1/exports/interviews",
  tag: "Results",
  summary: "Export interviews",
  description:
    "One row for each interview, newest invitation first: the documented `interview_*` columns, scores, recommendation and decision. In csv and xlsx no text is a formula, whatever a candidate wrote. It is sent while it is read, so it may be of any length. Interviews whose candidates ask for their data to be deleted are left out; `X-Interviews-Left-Out` says how many.",
  access: "exports.read",
  limit: "heavy",
  query: ExportQuery,
  answers: {
    contentType: "text/csv",
    otherTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/jsonl"],
    description: "The table, as an attachment.",
  },
  documented: true,
});

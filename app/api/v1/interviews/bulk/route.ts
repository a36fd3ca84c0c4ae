import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { createInterviews } from "@/lib/interviews/create-interviews.ts";
import { presentRows } from "@/lib/present/v1/invited.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.createInterviews, async ({ actor, body }) => {
  const { dry_run, interviews } = body;
  const rows = presentRows(await createInterviews(interviews, { dryRun: dry_run }, actor), { written: !dry_run });
  const refused = rows.filter(({ error }) => error !== null).length;
  return { dry_run, created: rows.length - refused, refused, rows };
});

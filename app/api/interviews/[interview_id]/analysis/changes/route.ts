import { compareVersions } from "@/lib/analysis/compare-versions.ts";
import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { readerLocale } from "@/lib/http/reader-locale.ts";
import { route } from "@/lib/http/route.ts";
import { presentChanges } from "@/lib/present/pages/analysis-changes.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.compareAnalyses, async ({ actor, query, params, request }) => ({
  changes: presentChanges(await compareVersions(actor, params.interview_id, query), readerLocale(request)),
}));

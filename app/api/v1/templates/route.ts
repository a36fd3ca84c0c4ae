import * as operations from "@/lib/contract/operations/templates.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentTemplate, presentTemplateSummary } from "@/lib/present/v1/template.ts";
import { createTemplate } from "@/lib/templates/create-template.ts";
import { listTemplates } from "@/lib/templates/read.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const POST = route(operations.createTemplate, async ({ actor, body }) => ({
  template: presentTemplate(await createTemplate(body, actor)),
}));

export const GET = route(operations.listTemplates, async ({ actor, query }) => {
  const { limit, cursor, external_id, name, archived, created_after, created_before } = query;
  const filter = {
    externalId: external_id,
    name,
    archived: archived === "true",
    createdAfter: created_after,
    createdBefore: created_before,
  };
  const page = { after: readCursor(cursor), limit: limit + 1 };
  return listPage(await listTemplates(filter, page, actor), limit, presentTemplateSummary);
});

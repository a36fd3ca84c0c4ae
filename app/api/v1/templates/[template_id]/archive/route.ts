import * as operations from "@/lib/contract/operations/templates.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentTemplate } from "@/lib/present/v1/template.ts";
import { archiveTemplate } from "@/lib/templates/archive-template.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.archiveTemplate, async ({ actor, params }) => ({
  template: presentTemplate(await archiveTemplate(params.template_id, actor)),
}));

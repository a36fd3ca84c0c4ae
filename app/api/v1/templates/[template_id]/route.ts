import * as operations from "@/lib/contract/operations/templates.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentTemplate } from "@/lib/present/v1/template.ts";
import { getTemplate } from "@/lib/templates/read.ts";
import { updateTemplate } from "@/lib/templates/update-template.ts";

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");

export const GET = route(operations.getTemplate, async ({ actor, params }) => ({
  template: presentTemplate(await getTemplate(params.template_id, actor)),
}));

export const PATCH = route(operations.updateTemplate, async ({ actor, body, params }) => ({
  template: presentTemplate(await updateTemplate(params.template_id, body, actor)),
}));

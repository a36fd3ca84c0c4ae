import { operation } from "../operation.ts";
import {
  CreateTemplateBody,
  ListTemplatesQuery,
  TemplateAnswer,
  TemplatesAnswer,
  UpdateTemplateBody,
} from "../v1/templates.ts";

export const createTemplate = operation({
  id: "createTemplate",
  method: "POST",
  path: "/api/v1/templates",
  tag: "Provisioning",
  summary: "Create a template",
  description: "What an interview asks and how it is judged. `fail_threshold` is below `pass_threshold`.",
  access: "templates.write",
  limit: "write",
  status: 201,
  body: CreateTemplateBody,
  answer: TemplateAnswer,
  errors: ["template_name_taken", "external_id_taken"],
  documented: true,
});

export const listTemplates = operation({
  id: "listTemplates",
  method: "GET",
  path: "/api/v1/templates",
  tag: "Provisioning",
  summary: "List templates",
  access: "templates.read",
  limit: "read",
  query: ListTemplatesQuery,
  answer: TemplatesAnswer,
  documented: true,
});

export const getTemplate = operation({
  id: "getTemplate",
  method: "GET",
  path: "/api/v1/templates/{template_id}",
  tag: "Provisioning",
  summary: "Get a template with its questions",
  access: "templates.read",
  limit: "read",
  answer: TemplateAnswer,
  errors: ["template_not_found"],
  documented: true,
});

export const updateTemplate = operation({
  id: "updateTemplate",
  method: "PATCH",
  path: "/api/v1/templates/{template_id}",
  tag: "Provisioning",
  summary: "Change a template",
  description:
    "Only what is sent changes; `questions` are replaced as a whole, and one that is sent with its `id`, or whose text stays, keeps its id. What is asked or how it is judged becomes the next `version`, at once; where everything is as it was, there is no new one. Who begins an interview keeps the version of that moment: interviews that were taken are judged by what they were asked, and one that is under way goes on with the questions it began with. `name`, `external_id` and `coaching_notes` belong to no version.",
  access: "templates.write",
  limit: "write",
  body: UpdateTemplateBody,
  answer: TemplateAnswer,
  errors: ["template_not_found", "template_name_taken", "external_id_taken"],
  documented: true,
});

export const archiveTemplate = operation({
  id: "archiveTemplate",
  method: "POST",
  path: "/api/v1/templates/{template_id}/archive",
  tag: "Provisioning",
  summary: "Put a template away",
  description:
    "Nobody can be invited to it any more; invitations that were sent stay good. It keeps its name. Archived twice, it stays archived as of the first time.",
  access: "templates.write",
  limit: "write",
  answer: TemplateAnswer,
  errors: ["template_not_found"],
  documented: true,
});

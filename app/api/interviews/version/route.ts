import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listInterviews } from "@/lib/review/list-interviews.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getListVersion, async ({ actor, query: { q, ...filter } }) => {
  const { version } = await listInterviews({ ...filter, search: q }, actor);
  return { version };
});

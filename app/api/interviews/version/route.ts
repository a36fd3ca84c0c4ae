import * as operations from "@/lib/contract/operations/pages.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { readInterviewPage } from "@/lib/interviews/read-interview-page.ts";
import { presentInterviewPage } from "@/lib/present/pages/interview-list.ts";
import { ENGLISH } from "@/lib/words/locale.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getListVersion, async ({ actor, query: { q, ...filter } }) => {
  const { version } = presentInterviewPage(await readInterviewPage({ ...filter, search: q }, actor), ENGLISH);
  return { version };
});

import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentLateParts } from "@/lib/present/late-parts.ts";
import { acceptLateParts } from "@/lib/recording/accept-late-parts.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.acceptLateParts, async ({ actor, params }) => ({
  message: "Late parts are accepted",
  late_parts: presentLateParts(await acceptLateParts(actor, params.interview_id)),
}));

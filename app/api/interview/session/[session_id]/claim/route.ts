import * as operations from "@/lib/contract/operations/upload.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { claimSession } from "@/lib/recording/claim-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.claimSession, async ({ body, params }) => ({
  message: "Session claimed",
  epoch: await claimSession(params.session_id, body),
}));

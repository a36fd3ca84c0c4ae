import * as operations from "@/lib/contract/operations/upload.ts";
import { route } from "@/lib/http/operation-route.ts";
import { otherMethods } from "@/lib/http/route.ts";
import { claimSession } from "@/lib/recording/claim-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(operations.claimSession, async ({ body, params }) => ({
  message: "Session claimed",
  epoch: await claimSession(params.session_id, body),
}));

import { anyone } from "@/lib/auth/guards.ts";
import { type ClaimAnswer, ClaimBody } from "@/lib/contract/upload.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { claimSession } from "@/lib/recording/claim-session.ts";

export const { GET, HEAD, PUT, PATCH, DELETE } = otherMethods("POST");

export const POST = route(
  { auth: anyone, body: ClaimBody },
  async ({ body, params }): Promise<ClaimAnswer> => ({
    success: true,
    message: "Session claimed",
    epoch: await claimSession(params.session_id ?? "", body),
  }),
);

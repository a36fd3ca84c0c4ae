import { findAsker } from "@/lib/auth/find-asker.ts";
import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { recordConsent } from "@/lib/sitting/record-consent.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.recordConsent, async ({ body, request }) => {
  await recordConsent(body, await findAsker(request));
  return { message: "Consent recorded" };
});

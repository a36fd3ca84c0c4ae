import { provePasswordAndCode } from "@/lib/auth/prove-again.ts";
import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { renewRecoveryCodes } from "@/lib/members/second-factor/renew-recovery-codes.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.renewRecoveryCodes, async ({ actor, body, request }) => {
  await provePasswordAndCode(body, actor, request);
  return { recovery_codes: await renewRecoveryCodes(actor) };
});

import { provePasswordAndCode } from "@/lib/auth/prove-again.ts";
import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { removeSecondFactor } from "@/lib/members/second-factor/remove.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.removeSecondFactor, async ({ actor, body, request }) => {
  await provePasswordAndCode(body, actor, request);
  await removeSecondFactor(actor);
  return { message: "Second factor turned off" };
});

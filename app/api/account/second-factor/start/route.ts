import { provePassword } from "@/lib/auth/prove-again.ts";
import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { startSecondFactor } from "@/lib/members/second-factor/start.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.startSecondFactor, async ({ actor, body, request }) => {
  await provePassword(body.current_password, actor, request);
  return { uri: await startSecondFactor(actor) };
});

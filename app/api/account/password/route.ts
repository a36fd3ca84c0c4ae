import { changeOwnPassword } from "@/lib/auth/change-own-password.ts";
import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.changePassword, async ({ actor, body, request }) => {
  await changeOwnPassword(body, actor, request);
  return { message: "Password changed" };
});

import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { endOwnSignIn } from "@/lib/members/end-own-sign-in.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.endSignIn, async ({ actor, params }) => {
  await endOwnSignIn(actor, params.sign_in_id);
  return { message: "Signed out there" };
});

import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { endSignIns } from "@/lib/members/end-sign-ins.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.signOutEverywhere, async ({ actor }) => {
  await endSignIns(actor);
  return { message: "Signed out everywhere" };
});

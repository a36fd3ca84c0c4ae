import { confirmOwnSecondFactor } from "@/lib/auth/confirm-own-second-factor.ts";
import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.confirmSecondFactor, async ({ actor, body }) => ({
  recovery_codes: await confirmOwnSecondFactor(body.code, actor),
}));

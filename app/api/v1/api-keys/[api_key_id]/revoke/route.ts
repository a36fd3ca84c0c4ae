import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { revokeApiKey } from "@/lib/keys/revoke-api-key.ts";
import { presentApiKey } from "@/lib/present/v1/api-key.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.revokeApiKey, async ({ actor, params }) => ({
  api_key: presentApiKey(await revokeApiKey(params.api_key_id, actor)),
}));

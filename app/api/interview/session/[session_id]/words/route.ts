import * as operations from "@/lib/contract/operations/heard-words.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentHeardWords } from "@/lib/present/documented/heard-words.ts";
import { getHeardWords } from "@/lib/sitting/get-heard-words.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getHeardWords, async ({ params }) =>
  presentHeardWords(await getHeardWords(params.session_id)),
);

import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentDecision } from "@/lib/present/v1/decision.ts";
import { getDecision } from "@/lib/review/decide-for.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readDecision, async ({ actor, params }) => ({
  decision: presentDecision(await getDecision(actor, params.decision_id)),
}));

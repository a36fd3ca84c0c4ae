import * as operations from "@/lib/contract/operations/health.ts";
import { checkReady } from "@/lib/health/check-health.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { presentChecks } from "@/lib/http/present-checks.ts";
import { route } from "@/lib/http/route.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

/** 200 while this process may be sent requests, else 503 naming what is missing. */
export const GET = route(operations.getReady, async () => presentChecks(await checkReady(), "Ready."));

import * as operations from "@/lib/contract/operations/health.ts";
import { checkHealth, oldestWaiting } from "@/lib/health/check-health.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { respond } from "@/lib/http/respond.ts";
import { route } from "@/lib/http/route.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

/** 200 when everything that interviews depend on works, else 503 naming what does not. */
export const GET = route(operations.getHealth, async () => {
  const [checks, oldest] = await Promise.all([checkHealth(), oldestWaiting()]);
  const waiting = { oldest_waiting_job: oldest && { job: oldest.job, seconds: oldest.oldestSeconds } };
  const unwell = Object.entries(checks).flatMap(([name, well]) => (well ? [] : [name]));
  if (unwell.length === 0) return respond({ success: true, message: "All is well.", checks, ...waiting });
  const issues = unwell.map((path) => ({ path, message: "does not work now" }));
  return respond(
    {
      success: false,
      message: `Not working now: ${unwell.join(", ")}.`,
      error: { code: "unavailable", issues },
      checks,
      ...waiting,
    },
    503,
  );
});

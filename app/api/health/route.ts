import * as operations from "@/lib/contract/operations/health.ts";
import { checkHealth, oldestWaiting } from "@/lib/health/check-health.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { presentChecks } from "@/lib/http/present-checks.ts";
import { route } from "@/lib/http/route.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

const WORKER_AWAY = "Interviews go on. No worker answers: recordings and analyses wait until one does.";

/** 200 while interviews can be held, also where what they leave behind has to wait; else 503 naming what does not work. */
export const GET = route(operations.getHealth, async () => {
  const [checks, oldest] = await Promise.all([checkHealth(), oldestWaiting()]);
  const waiting = { oldest_waiting_job: oldest && { job: oldest.job, seconds: oldest.oldestSeconds } };
  return presentChecks(checks, checks.worker ? "All is well." : WORKER_AWAY, {
    dispensable: ["worker"],
    more: waiting,
  });
});

import { z } from "zod";
import { operation } from "../operation.ts";

export const getHealth = operation({
  id: "getHealth",
  method: "GET",
  path: "/api/health",
  tag: "Health",
  summary: "See whether everything works",
  description:
    "503 names what does not. `oldest_waiting_job` is the background job that has waited longest to begin: where its seconds grow, more work " +
    "comes than is done.",
  access: "public",
  limit: null,
  answer: z.object({
    success: z.literal(true),
    message: z.string(),
    checks: z.record(z.string(), z.boolean()),
    oldest_waiting_job: z.object({ job: z.string(), seconds: z.int() }).nullable(),
  }),
  errors: ["unavailable"],
  documented: true,
});

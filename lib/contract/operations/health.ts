import { z } from "zod";
import { operation } from "../operation.ts";

const WellAnswer = z.object({ success: z.literal(true), message: z.string() });

export const getHealth = operation({
  id: "getHealth",
  method: "GET",
  path: "/api/health",
  tag: "Health",
  summary: "See whether everything works",
  description:
    "For people and their monitors: `checks` says of each part whether it works now. 503 when something is away that interviews need now; while only the worker is away interviews go on and what it makes of them waits, so that is 200, and said. `oldest_waiting_job` is the background job that has waited longest to begin: where its seconds grow, more work comes than is done. Load balancers ask `/api/ready`.",
  access: "public",
  limit: null,
  answer: WellAnswer.extend({
    checks: z.record(z.string(), z.boolean()),
    oldest_waiting_job: z.object({ job: z.string(), seconds: z.int() }).nullable(),
  }),
  errors: ["unavailable"],
  documented: true,
});

export const getReady = operation({
  id: "getReady",
  method: "GET",
  path: "/api/ready",
  tag: "Health",
  summary: "See whether this process may be sent requests",
  description:
    "For load balancers: the database answers and has this version's tables, and recordings can be stored. 503 when not, and from the moment that the process was told to stop, while it still answers (`DRAIN_WAIT_SECONDS`). A worker that is away changes nothing here.",
  access: "public",
  limit: null,
  answer: WellAnswer.extend({ checks: z.record(z.string(), z.boolean()) }),
  errors: ["unavailable"],
  documented: true,
});

export const getLive = operation({
  id: "getLive",
  method: "GET",
  path: "/api/live",
  tag: "Health",
  summary: "See whether this process is alive",
  description: "It answers, and asks nothing else. A process that does not answer this should be started anew.",
  access: "public",
  limit: null,
  answer: WellAnswer,
  documented: true,
});

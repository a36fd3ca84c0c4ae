import { z } from "zod";
import { operation } from "../operation.ts";

export const getHealth = operation({
  id: "getHealth",
  method: "GET",
  path: "/api/health",
  tag: "Health",
  summary: "See whether everything works",
  description: "503 names what does not.",
  access: "public",
  limit: null,
  answer: z.object({ success: z.literal(true), message: z.string(), checks: z.record(z.string(), z.boolean()) }),
  errors: ["unavailable"],
  documented: true,
});

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../db/generated/client.ts";

/** How PostgreSQL ran one step of a statement, as `EXPLAIN (ANALYZE, FORMAT JSON)` tells it. */
export type PlanStep = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: PlanStep[];
};

/** Has the server say how it ran each statement, for the statements as they are really sent. Only its superuser may. */
const EXPLAINED = [
  "session_preload_libraries=auto_explain",
  "auto_explain.log_min_duration=0",
  "auto_explain.log_analyze=on",
  "auto_explain.log_buffers=on",
  "auto_explain.log_timing=off",
  "auto_explain.log_format=json",
  "client_min_messages=log",
];

/** A client of this database, and how the statements were run that it has sent since it was last asked. */
export function explainedClient(url: string): { client: PrismaClient; plans: () => PlanStep[] } {
  const options = EXPLAINED.map((setting) => `-c ${setting}`).join(" ");
  const pool = new pg.Pool({ connectionString: url, options, max: 1 });
  const told: PlanStep[] = [];
  pool.on("connect", (connection) =>
    connection.on("notice", ({ message }) => {
      const plan = message?.split(/ plan:\n/)[1];
      if (plan) told.push(JSON.parse(plan).Plan);
    }),
  );
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  return { client, plans: () => told.splice(0) };
}

/** A step with all steps below it. */
export function stepsOf(step: PlanStep): PlanStep[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

/** How many rows a step has looked at, those that it left out too. */
export function rowsLookedAt(step: PlanStep): number {
  const leftOut = (step["Rows Removed by Filter"] ?? 0) + (step["Rows Removed by Index Recheck"] ?? 0);
  return (step["Actual Rows"] + leftOut) * step["Actual Loops"];
}

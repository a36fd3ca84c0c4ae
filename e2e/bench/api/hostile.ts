import { loadavg } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { describeFailure } from "../../support/hostile/answers.ts";
import { sendHostile } from "../../support/hostile/send-hostile.ts";
import { makeWorld } from "../../support/hostile/world.ts";
import { freePort } from "../../support/server.ts";
import type { Say } from "../say.ts";
import { withServer } from "../with-server.ts";
import { inMb, memoryOf } from "./memory.ts";

const SEED = 20_270_101;
const REQUESTS = 20_000;
/** Until code is compiled and pools are full: what that takes is no growth. */
const WARM_UP = 4_000;
/** Counts of limits are kept for a minute. */
const SETTLE_MS = 75_000;

/** Requests made from the API's description with something wrong in them, and the web process's memory around them. */
export async function benchHostile(say: Say): Promise<void> {
  const inspectPort = await freePort();
  await withServer(
    async ({ baseUrl, pids }, tenant) => {
      const { newTenant } = await import("../../support/tenant.ts");
      const world = await makeWorld(baseUrl, tenant, await newTenant());
      await sendHostile(baseUrl, world, SEED + 1, WARM_UP);
      await delay(SETTLE_MS);
      const before = await memoryOf(pids().web, inspectPort);
      const load = loadavg()[0]?.toFixed(2);
      const startedAt = performance.now();
      const { statuses, slowestMs, failures, slow } = await sendHostile(baseUrl, world, SEED, REQUESTS);
      const seconds = (performance.now() - startedAt) / 1000;
      await delay(SETTLE_MS);
      const after = await memoryOf(pids().web, inspectPort);
      const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
      say(`seed ${SEED}, ${REQUESTS} requests in ${seconds.toFixed(1)} s, load ${load} before it`);
      say(`answers — ${counts.join(", ")}; slowest ${Math.round(slowestMs)} ms, ${slow.length} over 2 s`);
      say(`web process, garbage collected: ${inMb(before)} before, ${inMb(after)} after`);
      for (const failure of [...failures.slice(0, 50), ...slow.slice(0, 10)]) say(describeFailure(failure, SEED));
      if (failures.length > 0) throw new Error(`${failures.length} requests were not answered in order`);
    },
    { RATE_LIMIT_FACTOR: "1000", NODE_OPTIONS: `--inspect-port=${inspectPort}` },
  );
}

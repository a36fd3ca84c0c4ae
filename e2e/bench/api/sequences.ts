import { loadavg } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { db } from "../../../lib/db/client.ts";
import { describeFailure } from "../../support/hostile/answers.ts";
import { sendSequences } from "../../support/hostile/send-sequences.ts";
import { freePort } from "../../support/server.ts";
import type { Say } from "../say.ts";
import { withServer } from "../with-server.ts";
import { inMb, memoryOf } from "./memory.ts";

/** `SEED=… SITTINGS=…` for another run, or to see a failure again. */
const SEED = Number(process.env.SEED ?? 20_270_102);
const SITTINGS = Number(process.env.SITTINGS ?? 2_000);
/** Until code is compiled and pools are full: what that takes is no growth. */
const WARM_UP = 200;
/** Counts of limits are kept for a minute. */
const SETTLE_MS = 75_000;
const JOBS_DONE_WITHIN_MS = 1_800_000;

/**
 * Sittings of random calls in random order, with all limits on: what was answered, and the memory of web process and worker around
 * them. Each sitting has an address of its own, as behind a proxy.
 */
export async function benchSequences(say: Say): Promise<void> {
  const inspectPort = await freePort();
  await withServer(
    async ({ baseUrl, pids }, tenant) => {
      const { newTenant } = await import("../../support/tenant.ts");
      const tenants = [tenant, await newTenant()] as const;
      const memory = async () => {
        await jobsAreDone(say);
        await delay(SETTLE_MS);
        const { web, worker } = pids();
        const [ofWeb, ofWorker] = [await memoryOf(web, inspectPort), await memoryOf(worker, inspectPort)];
        return { said: `web ${inMb(ofWeb)}; worker ${inMb(ofWorker)}`, web, worker };
      };
      await sendSequences(baseUrl, tenants, SEED + 1, Math.min(WARM_UP, SITTINGS));
      const before = await memory();
      const load = loadavg()[0]?.toFixed(2);
      const startedAt = performance.now();
      const { requests, answers, slowestMs, failures } = await sendSequences(baseUrl, tenants, SEED, SITTINGS);
      const seconds = (performance.now() - startedAt) / 1000;
      const after = await memory();
      const counts = [...answers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([answer, count]) => `${answer}: ${count}`);
      say(
        `seed ${SEED}, ${SITTINGS} sittings, ${requests} requests in ${seconds.toFixed(1)} s, load ${load} before it`,
      );
      say(`answers — ${counts.join(", ")}; slowest ${Math.round(slowestMs)} ms`);
      say(`before: ${before.said}`);
      say(`after: ${after.said}`);
      for (const failure of failures.slice(0, 50)) say(describeFailure(failure, SEED));
      if (failures.length > 0) throw new Error(`${failures.length} requests were not answered in order`);
      if (after.web !== before.web || after.worker !== before.worker) throw new Error("a process died meanwhile");
    },
    { RATE_LIMIT_FACTOR: "1", TRUST_PROXY: "1", NODE_OPTIONS: `--inspect-port=${inspectPort}` },
  );
}

/** Waits until the worker has nothing to do any more: what it holds then is what stays. */
async function jobsAreDone(say: Say): Promise<void> {
  const startedAt = Date.now();
  for (;;) {
    const [row] = await db().$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pgboss.job WHERE state IN ('created', 'active') AND name NOT LIKE '\\_\\_pgboss%'`;
    const waiting = row?.waiting ?? 0;
    if (waiting === 0) return;
    if (Date.now() - startedAt > JOBS_DONE_WITHIN_MS) {
      say(`${waiting} jobs were still waiting after half an hour`);
      return;
    }
    await delay(1_000);
  }
}

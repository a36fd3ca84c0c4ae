import { randomUUID } from "node:crypto";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "../db/client.ts";
import * as workerBeats from "../db/worker-beats.ts";
import { stopBoss } from "../queue/boss.ts";
import { endSession } from "../sitting/end-session.ts";
import { pendingAnalysis } from "../testing/analysis/analyses.ts";
import { testDatabase } from "../testing/database/database.ts";
import { startClock } from "./clock.ts";
import { run } from "./jobs.ts";

await testDatabase();
afterAll(stopBoss);

it("has a template version audited once for the deployment, by the one worker that leads", async () => {
  const { sessionId, organizationId } = await pendingAnalysis(["We kept two copies of every order."]);
  await endSession(sessionId);
  const { templateVersionId } = await db().interview.findFirstOrThrow({ where: { organizationId } });
  const ids = [randomUUID(), randomUUID()];
  const clocks = await Promise.all(ids.map((id) => startClock(id, 50)));
  const added = () => db().$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = 'analysis.audit' AND start_after <= now()`;
  await vi.waitFor(async () => expect(await added()).toHaveLength(1), { timeout: 10_000 });
  for (const clock of clocks) clock.stop();

  const jobs = await added();
  expect(jobs).toEqual([{ data: { templateVersionId } }]);
  await Promise.all(ids.map(() => run("analysis.audit", jobs[0]?.data)));
  const audits = await db().scoringAudit.groupBy({ by: ["measure"], _count: true });
  expect(audits).toHaveLength(7);
  expect(audits.every(({ _count }) => _count === 1)).toBe(true);
  for (const id of ids) await workerBeats.remove(db(), id);
});

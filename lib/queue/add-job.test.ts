import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../db/client.ts";
import { testDatabase } from "../testing/database/database.ts";
import { addJob } from "./add-job.ts";
import { boss, stopBoss } from "./boss.ts";

await testDatabase();
afterAll(stopBoss);

const waiting = async (sessionId: string) => {
  const jobs = await (await boss()).findJobs<{ sessionId: string }>("recording.finalize", { queued: true });
  return jobs.filter((job) => job.data.sessionId === sessionId).length;
};

test("a job is there when its transaction is, and not otherwise", async () => {
  const [kept, dropped] = [randomUUID(), randomUUID()];
  await transaction((tx) => addJob(tx, "recording.finalize", { sessionId: kept }));
  const broken = transaction(async (tx) => {
    await addJob(tx, "recording.finalize", { sessionId: dropped });
    throw new Error("something else went wrong");
  });
  await expect(broken).rejects.toThrow("something else");
  expect([await waiting(kept), await waiting(dropped)]).toEqual([1, 0]);
});

test("fifty reasons for the same work within a moment make two jobs: one now, one that sees them all", async () => {
  const sessionId = randomUUID();
  for (let reason = 0; reason < 50; reason++) {
    await transaction((tx) =>
      addJob(tx, "recording.finalize", { sessionId }, { key: sessionId, withinSeconds: 86_400 }),
    );
  }
  expect(await waiting(sessionId)).toBe(2);
  const other = randomUUID();
  await addJob(db(), "recording.finalize", { sessionId: other }, { key: other, withinSeconds: 86_400 });
  expect(await waiting(other)).toBe(1);
});

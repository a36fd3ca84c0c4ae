import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "../testing/database/database.ts";
import { boss, stopBoss } from "./boss.ts";
import { createQueues, givenUp } from "./queues.ts";

const NAME = "recording.finalize";
/** The most that AI_TIMEOUT_SECONDS may be. */
const LONGEST_TIMEOUT_SECONDS = 600;

await testDatabase();
beforeAll(() => boss());
afterAll(stopBoss);

it("hands on what a job carried when its last attempt has failed, and not before", async () => {
  const queue = await boss();
  const data = { sessionId: randomUUID() };
  await queue.send(NAME, data, { retryLimit: 1, retryDelay: 0, retryBackoff: false });
  for (const attempt of ["first", "last"]) {
    const waiting = await queue.fetch(givenUp(NAME));
    expect(waiting, `before the ${attempt} attempt has failed`).toEqual([]);
    const [job] = await queue.fetch(NAME);
    await queue.fail(NAME, job?.id ?? "");
  }
  expect(await queue.fetch(givenUp(NAME))).toMatchObject([{ data }]);
});

it("teaches the queues of an earlier version where their jobs go", async () => {
  const queue = await boss();
  await queue.updateQueue(NAME, { deadLetter: null });
  await createQueues(queue);
  expect(await queue.getQueue(NAME)).toMatchObject({ deadLetter: givenUp(NAME), retryLimit: 40 });
});

it("leases the scoring of an interview for longer than any three timeouts of a call", async () => {
  const settings = await (await boss()).getQueue("analysis.run");
  expect(settings?.expireInSeconds).toBeGreaterThan(3 * LONGEST_TIMEOUT_SECONDS);
});

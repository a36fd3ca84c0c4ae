import { expect, test } from "vitest";
import { testDatabase } from "../testing/database/database.ts";
import { db } from "./client.ts";
import * as idempotencyKeys from "./idempotency-keys.ts";

await testDatabase();

test("an answer is kept for a day, and removed after it", async () => {
  const answer = { requestHash: "hash", status: 200, body: "{}" };
  await idempotencyKeys.store(db(), "caller", "young", answer);
  await idempotencyKeys.store(db(), "caller", "old", answer);
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await db().idempotencyKey.updateMany({ where: { key: "old" }, data: { createdAt: yesterday } });
  expect(await idempotencyKeys.find(db(), "caller", "old")).toBeNull();
  expect(await idempotencyKeys.removeOldest(db(), new Date(), 10)).toBe(1);
  expect(await idempotencyKeys.find(db(), "caller", "young")).toEqual(answer);
});

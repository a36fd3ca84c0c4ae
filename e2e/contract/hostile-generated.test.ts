import { expect, inject, test } from "vitest";
import { describeFailure } from "../support/hostile/answers.ts";
import { sendHostile } from "../support/hostile/send-hostile.ts";
import { makeWorld } from "../support/hostile/world.ts";
import { newTenant } from "../support/tenant.ts";

const SEED = 20_270_101;
const REQUESTS = 600;

test("requests made from the API's own description, with something wrong in them, are answered in order", async () => {
  const baseUrl = inject("baseUrl");
  const world = await makeWorld(baseUrl, await newTenant(), await newTenant());
  const { statuses, failures } = await sendHostile(baseUrl, world, SEED, REQUESTS);
  expect(failures.map((failure) => describeFailure(failure, SEED))).toEqual([]);
  // Not all of them stop at the door: some are understood, and some are refused for what is wrong in them.
  for (const status of [200, 401, 404, 422]) expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(10);
});

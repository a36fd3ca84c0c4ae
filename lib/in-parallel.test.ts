import { expect, test } from "vitest";
import { inParallel } from "./in-parallel.ts";

test("never more at a time than allowed, and results stay in order", async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel([5, 1, 3, 2, 4], 2, async (item) => {
    most = Math.max(most, ++running);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    running--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 30, 20, 40]);
  expect(most).toBe(2);
});

test("after an error nothing new is begun, and what is under way is finished", async () => {
  const begun: number[] = [];
  const finished: number[] = [];
  const work = inParallel([0, 1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    if (item === 0) throw new Error("first");
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    finished.push(item);
  });
  await expect(work).rejects.toThrow("first");
  expect({ begun, finished }).toEqual({ begun: [0, 1], finished: [1] });
});

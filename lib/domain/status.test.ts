import { expect, test } from "vitest";
import { NEXT_JOB, NEXT_RECORDING, NEXT_SESSION, sourcesOf } from "./status.ts";

test("a status says from where it may be reached", () => {
  expect(sourcesOf(NEXT_SESSION, "completed")).toEqual(["active"]);
  expect(sourcesOf(NEXT_SESSION, "active")).toEqual([]);
  expect(sourcesOf(NEXT_RECORDING, "recording")).toEqual(["not_started", "completed", "failed"]);
  expect(sourcesOf(NEXT_JOB, "processing")).toEqual(["pending", "processing", "failed"]);
  expect(sourcesOf(NEXT_JOB, "completed")).toEqual(["processing"]);
});

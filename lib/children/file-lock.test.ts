import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createExclusively, holder, runs, withFileLock } from "./file-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "talentflow-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file is created once, whole", () => {
  const file = join(folder, "once");
  expect(createExclusively(file, "first")).toBe(true);
  expect(createExclusively(file, "second")).toBe(false);
  expect(readFileSync(file, "utf8")).toBe("first");
});

test("work under one lock never overlaps", async () => {
  const file = join(folder, "turns");
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
  };
  await Promise.all([withFileLock(file, work("a")), withFileLock(file, work("b"))]);
  const [first = ""] = log;
  expect(log[1]).toBe(first.replace("begins", "ends"));
  expect(log).toHaveLength(4);
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that died is void", async () => {
  const file = join(folder, "dead");
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(file, JSON.stringify({ pid, identity: "another boot/1" }));
  expect(await withFileLock(file, async () => "done")).toBe("done");
});

test("a process is told from a later one with the same id", () => {
  const self = holder(process.pid);
  expect(runs(self)).toBe(true);
  expect(runs({ ...self, identity: "an earlier one" })).toBe(false);
});

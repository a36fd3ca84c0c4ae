import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLogFile, toJsonLine } from "./log-file.ts";

const folder = mkdtempSync(join(tmpdir(), "talentflow-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a line that is a JSON object stays as it is", () => {
  const line = '{"level":"info","msg":"request","path":"/"}';
  expect(toJsonLine("web", line)).toBe(line);
});

test.each(["plain words", "{ not json", "[1,2]", "null", '"text"', ""])(
  "%j becomes the message of an object",
  (line) => {
    const wrapped = JSON.parse(toJsonLine("worker", line, "error"));
    expect(wrapped).toEqual({ level: "error", time: expect.any(String), process: "worker", msg: line });
    expect(new Date(wrapped.time).toISOString()).toBe(wrapped.time);
  },
);

test("the newest lines are in talentflow.log, and no more than five files are kept", async () => {
  const log = openLogFile(folder);
  const line = JSON.stringify({ msg: "x".repeat(1024 * 1024 - 100) });
  for (let mebibyte = 0; mebibyte < 62; mebibyte += 1) log.write("web", line);
  log.event("the last line", { answer: 42 });
  await log.close();

  const files = readdirSync(folder).sort();
  expect(files).toEqual(["talentflow.log", ...[1, 2, 3, 4].map((index) => `talentflow.log.${index}`)]);
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(12 * 1024 * 1024);
  const last = readFileSync(join(folder, "talentflow.log"), "utf8").trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(last)).toMatchObject({ level: "info", process: "supervisor", msg: "the last line", answer: 42 });
  expect(statSync(join(folder, "talentflow.log")).mode & 0o077).toBe(0);
});

import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { JoinError } from "./join-error.ts";
import { joinSegments } from "./join-segments.ts";
import { runInChild } from "./run-in-child.ts";

const SEGMENT = new URL("../../../e2e/fixtures/media/chrome-webm/segment-0/", import.meta.url).pathname;

let folder: string;
let parts: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "run-in-child-"));
  parts = (await readdir(SEGMENT)).sort().map((name) => join(SEGMENT, name));
});
afterAll(() => rm(folder, { recursive: true }));

it("gives what the task gives", async () => {
  const apart = await runInChild("joinSegments", [parts], join(folder, "apart"));
  expect(apart).toEqual(await joinSegments([parts], join(folder, "here")));
});

it("tells media that cannot be played from a disk that fails", async () => {
  const unplayable = await runInChild("joinSegments", [[null]], join(folder, "none")).catch((error: unknown) => error);
  expect(unplayable).toBeInstanceOf(JoinError);
  expect(unplayable).toMatchObject({ code: "nothing_readable" });
  const noDisk = runInChild("joinSegments", [parts], join(folder, "absent", "file"));
  await expect(noDisk).rejects.toMatchObject({ code: "ENOENT" });
});

it("turns a killed process into an error, and the next run is right again", async () => {
  const long = Array.from({ length: 200 }, () => parts);
  const cutShort = runInChild("joinSegments", long, join(folder, "killed"));
  process.kill(mediaChild(), "SIGKILL");
  await expect(cutShort).rejects.toThrow("ended early (SIGKILL)");
  await expect(runInChild("joinSegments", [parts], join(folder, "again"))).resolves.toMatchObject({ warnings: [] });
});

/** The process of the task that runs now. */
function mediaChild(): number {
  const listed = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  const line = listed.split("\n").find((text) => text.includes("media-child.ts")) ?? "";
  return Number.parseInt(line, 10);
}

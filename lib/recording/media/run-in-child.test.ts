import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endChildren } from "../../children/ask-child.ts";
import { isAlive } from "../../children/processes.ts";
import { fixtureFiles, spinningWebm } from "../../testing/media/parts.ts";
import { withoutWhatEnds } from "../without-what-ends.ts";
import { JoinError } from "./join-error.ts";
import { joinSegments } from "./join-segments.ts";
import { limitsFor } from "./media-limits.ts";
import { runInChild, runWithin } from "./run-in-child.ts";

const SIZE = { bytes: 1_000_000, files: 10 };
const LIMITS = limitsFor(SIZE);

let folder: string;
let parts: string[];
let spinning: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "run-in-child-"));
  parts = await fixtureFiles("chrome-webm/segment-0");
  spinning = join(folder, "spinning");
  await writeFile(spinning, await spinningWebm());
});
afterAll(() => rm(folder, { recursive: true }));

it("gives what the task gives", async () => {
  const apart = await runInChild("joinSegments", SIZE, [parts], join(folder, "apart"));
  expect(apart).toEqual(await joinSegments([parts], join(folder, "here")));
});

it("tells media that cannot be played from a disk that fails", async () => {
  const unplayable = await runInChild("joinSegments", SIZE, [[1]], join(folder, "none")).catch(
    (error: unknown) => error,
  );
  expect(unplayable).toBeInstanceOf(JoinError);
  expect(unplayable).toMatchObject({ code: "nothing_readable" });
  const noDisk = runInChild("joinSegments", SIZE, [parts], join(folder, "absent", "file"));
  await expect(noDisk).rejects.toMatchObject({ code: "ENOENT" });
});

it("turns a killed process into an error, and the next run is right again", async () => {
  const long = Array.from({ length: 200 }, () => parts);
  const cutShort = runInChild("joinSegments", SIZE, long, join(folder, "killed"));
  process.kill(mediaChild(process.pid), "SIGKILL");
  await expect(cutShort).rejects.toThrow("ended early (SIGKILL)");
  const again = runInChild("joinSegments", SIZE, [parts], join(folder, "again"));
  await expect(again).resolves.toMatchObject({ warnings: [] });
});

it("ends a process that spins over a segment, and says over which", async () => {
  const spun = runWithin({ ...LIMITS, cpuSeconds: 3 }, "joinSegments", [parts, [spinning]], join(folder, "spun"));
  await expect(spun).rejects.toMatchObject({ name: "JoinError", code: "limit_reached", segment: 1 });
});

it("ends a process that takes more memory than it may", async () => {
  const hungry = runWithin({ ...LIMITS, residentMib: 40 }, "joinSegments", [[spinning]], join(folder, "hungry"));
  await expect(hungry).rejects.toMatchObject({ name: "JoinError", code: "limit_reached" });
  const full = runWithin({ ...LIMITS, heapMib: 4 }, "joinSegments", [parts], join(folder, "full"));
  await expect(full).rejects.toMatchObject({ name: "JoinError" });
});

it("leaves out what a process had to be ended over, and joins the rest", async () => {
  const given = [parts, [spinning], parts];
  const joined = await withoutWhatEnds(given.length, (without) =>
    runWithin({ ...LIMITS, cpuSeconds: 3 }, "joinSegments", given, join(folder, "rest"), { without }),
  );
  expect(joined.warnings).toMatchObject([{ segment: 1, code: "limit_reached" }]);
  expect(joined.segments).toMatchObject([{ startMs: 0 }, null, { startMs: expect.closeTo(8_000, -2) }]);
});

it("ends every process when the worker is asked to stop, and none of them says that it was the recording's fault", async () => {
  const spun = runInChild("joinSegments", SIZE, [[spinning]], join(folder, "stopped"));
  const child = mediaChild(process.pid);
  setTimeout(endChildren, 500);
  await expect(spun).rejects.toThrow("ended early (SIGKILL)");
  expect(isAlive(child)).toBe(false);
});

it("ends a process that could not be told what to do, and says so for good", async () => {
  const unwritable = { toJSON: () => 1n } as unknown as string;
  const untold = runInChild("joinSegments", SIZE, [parts], unwritable);
  const child = mediaChild(process.pid);
  await expect(untold).rejects.toMatchObject({ name: "JoinError", code: "reader_ended" });
  await expect.poll(() => isAlive(child)).toBe(false);
});

it.each([
  ["where the kernel ends it with its parent", process.env.PATH],
  ["where only its own thread looks after it", dirname(process.execPath)],
])("a process that spins does not outlive a killed parent, %s", async (_, path) => {
  const call = `
    const { runInChild } = await import(${JSON.stringify(new URL("./run-in-child.ts", import.meta.url).href)});
    setTimeout(() => process.send("spinning"), 2000);
    await runInChild("joinSegments", { bytes: 1e9, files: 1 }, [[${JSON.stringify(spinning)}]], ${JSON.stringify(join(folder, "orphan"))});`;
  const parent = spawn(process.execPath, ["--input-type=module", "--eval", call], {
    env: { PATH: path, NODE_ENV: "test" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(parent, "message");
  const child = mediaChild(parent.pid ?? 0);
  expect(isAlive(child)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(child), { timeout: 5_000 }).toBe(false);
});

/** The process of the task that this one runs now. */
function mediaChild(parent: number): number {
  const listed = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(parent)], { encoding: "utf8" });
  const line = listed.split("\n").find((text) => text.includes("media-child.ts")) ?? "";
  return Number.parseInt(line, 10);
}

import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive } from "../../lib/children/processes.ts";
import { spinningWebm } from "../../lib/testing/media/parts.ts";
import { fixtureParts } from "../support/recording.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview, type Journey } from "../support/server-client.ts";

/* The worker, or the process that joins for it, is killed in the middle of a recording: it is done again. */

const SEGMENT_SECONDS = 8;
const SEGMENTS = 16;
const PART_BYTES = 600_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

test.each(["the worker", "the joining process"])(
  "%s is killed while it finalises, and the whole recording is made after all",
  async (victim) => {
    const interview = await firstInterview(server);
    const parts = await fixtureParts("chrome-webm/segment-0");
    for (let segment = 0; segment < SEGMENTS; segment++) await interview.uploadSegment(parts);
    const { worker } = server.pids();
    await interview.end();
    const joining = await untilJoining(worker);
    process.kill(victim === "the worker" ? worker : joining, "SIGKILL");
    await expect.poll(() => isAlive(joining), { timeout: 10_000 }).toBe(false); // no orphan goes on writing
    expect((await interview.recording()).recording_file).toBeNull();

    await untilWellAgain(server);
    await expect
      .poll(async () => (await interview.recording()).processing_status, { timeout: 90_000, interval: 250 })
      .toBe("completed");
    const { recording_duration, recording_status } = await interview.recording();
    expect(recording_status).toBe("completed");
    expect(Math.abs((recording_duration ?? 0) - SEGMENTS * SEGMENT_SECONDS)).toBeLessThan(2);
  },
  180_000,
);

/** A damaged recording whose reader never comes back, in parts as a candidate's page sends them. */
async function spinningParts(): Promise<Buffer[]> {
  const bytes = await spinningWebm();
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.byteLength; at += PART_BYTES) parts.push(bytes.subarray(at, at + PART_BYTES));
  return parts;
}

test("a recording that its reader never comes back from keeps nobody waiting, and ends as a named failure", async () => {
  const [hostile, honest] = [await firstInterview(server), await firstInterview(server)];
  await hostile.uploadSegment(await spinningParts());
  await honest.uploadSegment(await fixtureParts("chrome-webm/segment-0"));
  await hostile.end();
  await untilJoining(server.pids().worker);
  await honest.end();
  const status = async (interview: Journey) => (await interview.recording()).processing_status;
  await expect.poll(() => status(honest), { timeout: 60_000, interval: 250 }).toBe("completed");
  expect((await honest.recording()).recording_status).toBe("completed");
  await expect.poll(() => status(hostile), { timeout: 90_000, interval: 250 }).toBe("failed");
  expect(await hostile.recording()).toMatchObject({ recording_status: "failed", version: 0 });
}, 180_000);

test("it does not hold up a stop, and does not outlive it", async () => {
  const hostile = await firstInterview(server);
  await hostile.uploadSegment(await spinningParts());
  await hostile.end();
  const joining = await untilJoining(server.pids().worker);
  const startedAt = performance.now();
  await server.stop();
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(isAlive(joining)).toBe(false);
}, 60_000);

/** The process in which the worker joins the recording, as soon as there is one. */
async function untilJoining(worker: number): Promise<number> {
  let joining = Number.NaN;
  await expect
    .poll(
      () => {
        joining = childrenOf(worker).find(({ command }) => command.includes("media-child.ts"))?.pid ?? Number.NaN;
        return joining;
      },
      { timeout: 30_000, interval: 20 },
    )
    .toBeGreaterThan(0);
  return joining;
}

function childrenOf(pid: number): { pid: number; command: string }[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent]) => Number(parent) === pid)
    .map(([child, , ...command]) => ({ pid: Number(child), command: command.join(" ") }));
}

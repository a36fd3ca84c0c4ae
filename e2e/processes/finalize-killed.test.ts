import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive } from "../../lib/cli/processes.ts";
import { fixtureParts } from "../support/recording.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* The worker, or the process that joins for it, is killed in the middle of a recording: it is done again. */

const SEGMENT_SECONDS = 8;
const SEGMENTS = 40;

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

import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ErrorEnvelope } from "../../lib/contract/envelope.ts";
import { emit, sendOnce, sendUntilAcked, storedSegments } from "../support/part-sender.ts";
import { freePort, startServer, type TestServer } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* A disk that is full takes no parts and says when to come back; freed, it takes them all. */

/** A disk of the test's own needs the right to mount one; the trial leaves nothing behind. */
const canMount =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;

/** Recordings leave this much to everything else on the disk. */
const RESERVE_BYTES = 256 * 1024 ** 2;
const PART_BYTES = 400_000;

test.runIf(canMount)("a full disk asks to come back, and once there is room everything arrives", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "talentflow-disk-"));
  mount("size=1g", dataDir);
  let server: TestServer | undefined;
  try {
    const baseUrl = `http://localhost:${await freePort()}`;
    server = await startServer({ dataDir, baseUrl });
    const interview = await firstInterview(server);
    const chunks = Array.from({ length: 6 }, () => randomBytes(PART_BYTES));
    const [first, ...others] = emit(interview.sessionId, await interview.openSegment(), chunks);
    if (!first) throw new Error("no part");
    await sendUntilAcked(server, first);

    mount(`remount,size=${(await usedBytes(dataDir)) + RESERVE_BYTES + PART_BYTES / 2}`, dataDir);
    const refused = await sendOnce(server, others[0] ?? first);
    expect(refused?.status).toBe(507);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await storedSegments(server, interview.sessionId))[0]?.byteLength).toBe(PART_BYTES);

    // Texts are small: they go on in half of what recordings leave, and PostgreSQL keeps the other half.
    const ask = () => addQuestion(baseUrl, interview.sessionId);
    expect((await ask()).status).toBe(200);
    mount(`remount,size=${(await usedBytes(dataDir)) + RESERVE_BYTES / 2 - PART_BYTES}`, dataDir);
    await expect.poll(async () => (await ask()).status).toBe(507); // the disk is asked ten times a second
    const refusedText = await ask();
    expect(Number(refusedText.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(((await refusedText.json()) as ErrorEnvelope).error.code).toBe("storage_full");
    expect((await fetch(`${baseUrl}/api/interview/session/${interview.sessionId}/upload`)).status).toBe(200);

    const running = server;
    const waiting = Promise.all(others.map((part) => sendUntilAcked(running, part)));
    mount("remount,size=1g", dataDir);
    await waiting;
    await expect.poll(async () => (await ask()).status).toBe(200);
    expect(await storedSegments(server, interview.sessionId)).toEqual([Buffer.concat(chunks)]);
  } finally {
    await server?.stop();
    execFileSync("umount", [dataDir]);
    await rm(dataDir, { recursive: true });
  }
});

function addQuestion(baseUrl: string, session_id: string): Promise<Response> {
  return fetch(`${baseUrl}/api/interview/question/add`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ session_id, question_data: { text: "Why?" } }),
  });
}

function mount(options: string, folder: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
}

async function usedBytes(folder: string): Promise<number> {
  const { blocks, bfree, bsize } = await statfs(folder);
  return (blocks - bfree) * bsize;
}

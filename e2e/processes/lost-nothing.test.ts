import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emit, sendAndHangUp, sendOnce, sendUntilAcked, storedSegments } from "../support/part-sender.ts";
import { startServer, type TestServer, untilWellAgain } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

/* What was acknowledged is never lost, and what was not is repeated. The tests share a server, one after the other. */

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.remove());

async function recorder(count: number) {
  const interview = await firstInterview(server);
  const { sessionId } = interview;
  const chunks = Array.from({ length: count }, () => randomBytes(20_000));
  const parts = emit(sessionId, await interview.openSegment(), chunks);
  return { interview, sessionId, parts, emitted: Buffer.concat(chunks) };
}

test("an answer that is lost after the part was stored: the client repeats it, and nothing is there twice", async () => {
  const { sessionId, parts, emitted } = await recorder(8);
  for (const part of parts) {
    await sendAndHangUp(server, part);
    await sendUntilAcked(server, part);
  }
  expect(await storedSegments(server, sessionId)).toEqual([emitted]);
});

test("a connection cut in the middle of a part leaves nothing of it", async () => {
  const { sessionId, parts, emitted } = await recorder(3);
  for (const part of parts) await sendAndHangUp(server, part, 10_000);
  await expect.poll(() => readdir(join(server.dataDir, ".tmp"))).toEqual([]);
  expect(await storedSegments(server, sessionId)).toEqual([]);
  for (const part of parts) await sendUntilAcked(server, part);
  expect(await storedSegments(server, sessionId)).toEqual([emitted]);
});

test.each(["web", "postgres"] as const)("%s killed during uploads: nothing acknowledged is lost", async (victim) => {
  const { sessionId, parts, emitted } = await recorder(60);
  const pid = server.pids()[victim];
  for (const [index, part] of parts.entries()) {
    if (index === 20) process.kill(pid, "SIGKILL");
    await sendUntilAcked(server, part);
    if (index === 19) await sendAndHangUp(server, parts[20] ?? part); // one is in flight as it dies
  }
  await untilWellAgain(server);
  expect(server.pids()[victim]).not.toBe(pid);
  expect(await storedSegments(server, sessionId)).toEqual([emitted]);
});

test("damaged bodies and parts of another session are refused, and the true ones are taken", async () => {
  const { sessionId, parts, emitted } = await recorder(4);
  const other = await recorder(4);
  for (const part of other.parts) await sendUntilAcked(server, part);
  for (const part of parts) {
    const flipped = Buffer.from(part.bytes);
    flipped[100] = (flipped[100] ?? 0) ^ 1;
    expect((await sendOnce(server, part, flipped))?.status).toBe(422);
    expect((await sendOnce(server, part, part.bytes.subarray(1)))?.status).toBe(422);
    expect((await sendOnce(server, part, Buffer.concat([part.bytes, Buffer.from("x")])))?.status).toBe(422);
    expect((await sendOnce(server, { ...part, sessionId: other.sessionId }))?.status).toBe(409);
    await sendUntilAcked(server, part);
    if (part.seq > 0) expect((await sendOnce(server, { ...part, offset: part.offset + 1 }))?.status).toBe(422);
  }
  expect(await storedSegments(server, sessionId)).toEqual([emitted]);
  expect(await storedSegments(server, other.sessionId)).toEqual([other.emitted]);
});

import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { env } from "../env.ts";
import { endSession } from "../sitting/end-session.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { type AnnouncedPart, acceptPart } from "./accept-part.ts";
import { openSegment } from "./open-segment.ts";

await testDatabase();

const BYTES = randomBytes(300_000);

async function announced(bytes = BYTES): Promise<AnnouncedPart> {
  const { sessionId } = await testSession();
  const segmentIndex = await openSegment(sessionId, { client_key: "page", mime_type: "video/webm" });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sessionId, segmentIndex, seq: 0, offset: 0, length: bytes.byteLength, sha256 };
}

async function* body(bytes = BYTES): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 100_000);
  yield bytes.subarray(100_000);
}

function rowsOf(sessionId: string) {
  return db().part.findMany({ where: { segment: { sessionId } } });
}

const STEPS = ["written", "synced", "renamed", "folder_synced", "acknowledged"] as const;

describe("a server killed while it takes a part", () => {
  test.each(STEPS)("once it is %s: the client repeats it, and it is there once and whole", async (step) => {
    const part = await announced();
    expect(await acceptAndDie(part, step)).toBe("SIGKILL");
    // The row comes last: what has one is whole, and only what has one was ever acknowledged.
    expect(await rowsOf(part.sessionId)).toHaveLength(step === "acknowledged" ? 1 : 0);

    expect(await acceptPart(part, body())).toEqual({ ackedThrough: 0, missing: [] });
    const [row, ...others] = await rowsOf(part.sessionId);
    expect(others).toEqual([]);
    expect(await stored(row?.storageKey)).toEqual(BYTES);
  });
});

test("a late part whose server died between its row and the order for a new file gets into one when repeated", async () => {
  const part = await announced();
  await endSession(part.sessionId);
  await acceptPart(part, body());
  await db().$executeRaw`DELETE FROM pgboss.job WHERE data->>'sessionId' = ${part.sessionId}`; // as if never ordered
  await acceptPart(part, body());
  const jobs = await db().$queryRaw<{ name: string }[]>`
    SELECT name FROM pgboss.job WHERE data->>'sessionId' = ${part.sessionId}`;
  expect(jobs).toEqual([{ name: "recording.finalize" }]);
});

test("the same part sent many times at once is stored once, and every sender hears so", async () => {
  const part = await announced();
  const answers = await Promise.all(Array.from({ length: 8 }, () => acceptPart(part, body())));
  expect(answers).toEqual(Array(8).fill({ ackedThrough: 0, missing: [] }));
  const [row, ...others] = await rowsOf(part.sessionId);
  expect(others).toEqual([]);
  expect(await stored(row?.storageKey)).toEqual(BYTES);
});

test("a candidate who comes back after a provisional recording is recording again", async () => {
  const part = await announced();
  await acceptPart(part, body());
  const { sessionId } = part;
  await db().session.update({ where: { id: sessionId }, data: { provisionalAt: new Date() } });
  await db().recording.update({ where: { sessionId }, data: { status: "completed", processingStatus: "completed" } });
  await acceptPart({ ...part, seq: 1, offset: part.length }, body());
  expect(await db().recording.findUnique({ where: { sessionId } })).toMatchObject({
    status: "recording",
    processingStatus: "pending",
  });
});

test("a part is a sign of life", async () => {
  const part = await announced();
  const longAgo = new Date(Date.now() - 60_000);
  await db().session.update({ where: { id: part.sessionId }, data: { lastSeenAt: longAgo } });
  await acceptPart(part, body());
  const { lastSeenAt } = await db().session.findUniqueOrThrow({ where: { id: part.sessionId } });
  expect(lastSeenAt.getTime()).toBeGreaterThan(longAgo.getTime() + 50_000);
});

function stored(key = ""): Promise<Buffer> {
  return readFile(join(storageFolder(), key));
}

function storageFolder(): string {
  const { storage } = env();
  if (storage.driver !== "local") throw new Error("this test reads the local disk");
  return storage.dir;
}

/** Takes the part in a process of its own, which kills itself at the given step. */
async function acceptAndDie(part: AnnouncedPart, step: (typeof STEPS)[number]): Promise<string> {
  const moduleAt = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { acceptPart } from ${moduleAt("./accept-part.ts")};
    import { createLocalStorage } from ${moduleAt("../storage/local.ts")};
    const reached = (step) => { if (step === ${JSON.stringify(step)}) process.kill(process.pid, "SIGKILL"); };
    const store = createLocalStorage({ root: ${JSON.stringify(storageFolder())}, reached });
    await acceptPart(${JSON.stringify(part)}, process.stdin, store);
    reached("acknowledged");
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  child.stdin.end(BYTES);
  const [, signal] = await once(child, "exit");
  return signal;
}

import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { type Amounts, sessionQuota } from "../domain/session-quota.ts";
import { env } from "../env.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { toldOf } from "../testing/refusals.ts";
import { acceptPart } from "./accept-part.ts";
import { closeSegment } from "./close-segment.ts";
import { openSegment } from "./open-segment.ts";

await testDatabase();

const AT_ONCE = 40;

async function sessionThatTakes(quota: Amounts): Promise<string> {
  const { sessionId } = await testSession();
  await db().session.update({ where: { id: sessionId }, data: { quota } });
  return sessionId;
}

const open = (sessionId: string, client_key = "page") =>
  openSegment(sessionId, { client_key, mime_type: "video/webm" });

/** Sends a part of these bytes, which no other part has to fit. */
function send(sessionId: string, segmentIndex: number, seq: number, bytes: Buffer = randomBytes(1_000)) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const part = { sessionId, segmentIndex, seq, offset: seq * 1_000, length: bytes.byteLength, sha256 };
  return acceptPart(part, body(bytes));
}

/** A body that nobody may read. */
const UNREAD: AsyncIterable<Uint8Array> = {
  [Symbol.asyncIterator]() {
    throw new Error("somebody read this");
  },
};

async function* body(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const limit = (path: string) => ({ code: "session_limit_reached", issues: [{ path }] });

async function filesOf(sessionId: string): Promise<number> {
  const { storage } = env();
  if (storage.driver !== "local") throw new Error("this test reads the local disk");
  const names = await readdir(join(storage.dir, "parts", sessionId), { recursive: true, withFileTypes: true });
  return names.filter((name) => name.isFile()).length;
}

function rowsOf(sessionId: string): Promise<number> {
  return db().part.count({ where: { segment: { sessionId } } });
}

const taken = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === "fulfilled").length;

test("of forty segments opened at once, as many are opened as there is room for, numbered without a hole", async () => {
  const sessionId = await sessionThatTakes({ segments: 6 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, (_, key) => open(sessionId, `page ${key}`)),
  );
  expect(taken(outcomes)).toBe(6);
  const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
  expect(await toldOf(Promise.reject(refused.reason))).toMatchObject({
    ...limit("segments"),
    message: expect.stringContaining("6"),
  });
  const indexes = await db().segment.findMany({
    where: { sessionId },
    orderBy: { index: "asc" },
    select: { index: true },
  });
  expect(indexes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("a segment that is there already is found, however full the recording is", async () => {
  const sessionId = await sessionThatTakes({ segments: 1 });
  expect([await open(sessionId), await open(sessionId)]).toEqual([0, 0]);
});

test("of forty parts at once, as many are taken as there is room for, and nothing of the others stays", async () => {
  const sessionId = await sessionThatTakes({ parts: 9 });
  const [first, second] = [await open(sessionId, "a"), await open(sessionId, "b")];
  const outcomes = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, (_, number) =>
      send(sessionId, number % 2 ? first : second, Math.floor(number / 2)),
    ),
  );
  const { partSpan, receivedBytes } = await db().recording.findUniqueOrThrow({ where: { sessionId } });
  expect(partSpan).toBeLessThanOrEqual(9);
  expect(Number(receivedBytes)).toBe(taken(outcomes) * 1_000);
  expect(await rowsOf(sessionId)).toBe(taken(outcomes));
  expect(await filesOf(sessionId)).toBe(taken(outcomes));
  await expect(send(sessionId, first, 19)).rejects.toMatchObject(limit("parts"));
});

test("of forty parts at once, as many are taken as there are bytes for", async () => {
  const sessionId = await sessionThatTakes({ recording_bytes: 12_500 });
  const segment = await open(sessionId);
  const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, seq) => send(sessionId, segment, seq)));
  expect(taken(outcomes)).toBe(12);
  expect(await filesOf(sessionId)).toBe(12);
  await expect(send(sessionId, segment, AT_ONCE)).rejects.toMatchObject(limit("recording_bytes"));
});

test("the same part forty times at once is counted once", async () => {
  const sessionId = await sessionThatTakes({});
  const segment = await open(sessionId);
  const bytes = randomBytes(1_000);
  await Promise.all(Array.from({ length: AT_ONCE }, () => send(sessionId, segment, 3, bytes)));
  expect(await db().recording.findUniqueOrThrow({ where: { sessionId } })).toMatchObject({
    partSpan: 4,
    receivedBytes: 1_000n,
  });
});

test("what is refused for want of room is refused before it is read", async () => {
  const sessionId = await sessionThatTakes({ parts: 1 });
  const segment = await open(sessionId);
  const part = { sessionId, segmentIndex: segment, seq: 5, offset: 0, length: 10, sha256: "0".repeat(64) };
  await expect(acceptPart(part, UNREAD)).rejects.toMatchObject(limit("parts"));
  const huge = { ...part, length: Number.MAX_SAFE_INTEGER };
  await expect(acceptPart(huge, UNREAD)).rejects.toMatchObject({ code: "body_too_large" });
});

test("parts that are only said to be there count as parts", async () => {
  const quota = sessionQuota({ questions: 5, seconds: 600, textBytes: 1_000 }, {});
  const sessionId = await sessionThatTakes({});
  await db().session.update({ where: { id: sessionId }, data: { quota } });
  const numbers = await Promise.all(Array.from({ length: AT_ONCE }, (_, key) => open(sessionId, `page ${key}`)));
  const outcomes = await Promise.allSettled(numbers.map((index) => closeSegment(sessionId, index, 3_000)));
  expect(taken(outcomes)).toBe(Math.floor(quota.parts / 3_000));
  const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
  expect(refused.reason).toMatchObject(limit("parts"));
  // What was closed may be closed again, and its parts still come.
  const closed = outcomes.findIndex(({ status }) => status === "fulfilled");
  await closeSegment(sessionId, numbers[closed] ?? 0, 3_000);
  await closeSegment(sessionId, numbers[closed] ?? 0, 10);
  await send(sessionId, numbers[closed] ?? 0, 2_999);
  const { partSpan } = await db().recording.findUniqueOrThrow({ where: { sessionId } });
  expect(partSpan).toBe(taken(outcomes) * 3_000);
});

test("a part with other bytes than the acknowledged one is refused unread, and noted once, twenty times at most", async () => {
  const sessionId = await sessionThatTakes({});
  const segment = await open(sessionId);
  await send(sessionId, segment, 0);
  const different = (sha256: string) => {
    return acceptPart({ sessionId, segmentIndex: segment, seq: 0, offset: 7, length: 77, sha256 }, UNREAD);
  };
  const hashes = Array.from({ length: AT_ONCE }, () => randomBytes(32).toString("hex"));
  for (let round = 0; round < 2; round++) {
    for (const outcome of await Promise.allSettled(hashes.map(different))) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "part_conflict" } });
    }
  }
  const issues = await db().sessionEvent.findMany({ where: { sessionId, code: "part_conflict" } });
  expect(issues).toHaveLength(20);
  expect(issues[0]?.data).toEqual({ segment, seq: 0, length: 77, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await db().partConflict.count({ where: { segment: { sessionId } } })).toBe(20);
  expect(await filesOf(sessionId)).toBe(1);
});

test("of different parts that come at once under one number, one stays and no bytes of the others", async () => {
  const sessionId = await sessionThatTakes({});
  const segment = await open(sessionId);
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => send(sessionId, segment, 0)));
  expect(taken(outcomes)).toBe(1);
  expect([await rowsOf(sessionId), await filesOf(sessionId)]).toEqual([1, 1]);
});

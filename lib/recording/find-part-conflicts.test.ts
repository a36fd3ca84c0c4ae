import { createHash, randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { storage } from "../storage/configured.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { acceptPart } from "./accept-part.ts";
import { findPartConflicts } from "./find-part-conflicts.ts";
import { partKey } from "./media/recording-keys.ts";
import { openSegment } from "./open-segment.ts";

await testDatabase();

const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

async function* body(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A session with two parts, and beside each the file of other bytes that came under its number. */
async function sessionWithLeftFiles() {
  const { sessionId } = await testSession();
  const segmentIndex = await openSegment(sessionId, { client_key: "page", mime_type: "video/webm" });
  const left: { seq: number; sha256: string; length: number }[] = [];
  for (const seq of [0, 1]) {
    const bytes = randomBytes(1_000);
    const part = { sessionId, segmentIndex, seq, offset: seq * 1_000, length: 1_000, sha256: sha256Of(bytes) };
    await acceptPart(part, body(bytes));
    const other = randomBytes(700 + seq);
    await leave(partKey(sessionId, segmentIndex, seq, sha256Of(other)), other);
    left.push({ seq, sha256: sha256Of(other), length: other.byteLength });
  }
  return { sessionId, segmentIndex, left };
}

function leave(key: string, bytes: Buffer): Promise<void> {
  const announced = { length: bytes.byteLength, sha256: sha256Of(bytes), maxBytes: 10_000 };
  return storage().putPart(key, body(bytes), announced);
}

const conflictsOf = (sessionId: string) =>
  db().partConflict.findMany({ where: { segment: { sessionId } }, orderBy: { seq: "asc" } });

beforeEach(async () => {
  await db().upkeepTask.updateMany({ data: { after: "", doneAt: null } });
});

test("files that were kept beside a part get their rows, and count", async () => {
  const { sessionId, segmentIndex, left } = await sessionWithLeftFiles();
  // Neither a conflict: a part that has no row yet, as while it is stored; and a file of nobody's.
  const underWay = randomBytes(10);
  await leave(partKey(sessionId, segmentIndex, 5, sha256Of(underWay)), underWay);
  await leave(`parts/${sessionId}/notes`, underWay);
  await findPartConflicts({ atOnce: 2 });
  const rows = await conflictsOf(sessionId);
  expect(rows).toMatchObject(left);
  expect(rows.map(({ storageKey }) => storageKey)).toEqual(
    left.map(({ seq, sha256 }) => partKey(sessionId, segmentIndex, seq, sha256)),
  );
  expect(await db().recording.findUniqueOrThrow({ where: { sessionId } })).toMatchObject({
    receivedBytes: BigInt(2 * 1_000 + 700 + 701),
    conflictCount: 2,
  });
});

test("once all files have been looked at, none is looked at again", async () => {
  await sessionWithLeftFiles();
  await findPartConflicts();
  const unlistable = {
    list: () => {
      throw new Error("somebody listed the files");
    },
  };
  await findPartConflicts({ store: unlistable });
});

test("a worker that is stopped is followed by one that goes on where it was", async () => {
  const { sessionId } = await sessionWithLeftFiles();
  const stopping = new AbortController();
  const listed: string[] = [];
  const store = {
    async *list(folder: string, after?: string) {
      for await (const file of storage().list(folder, after)) {
        listed.push(file.key);
        if (listed.length === 2) stopping.abort();
        yield file;
      }
    },
  };
  await findPartConflicts({ store, atOnce: 1, signal: stopping.signal });
  const before = listed.length;
  await findPartConflicts({ store, atOnce: 1 });
  expect(listed.length - before).toBeLessThan(listed.length);
  expect(new Set(listed.slice(before)).size).toBe(listed.length - before);
  expect(await conflictsOf(sessionId)).toHaveLength(2);
});

test("two workers that start at once give each file one row and count it once", async () => {
  const { sessionId } = await sessionWithLeftFiles();
  await Promise.all([findPartConflicts({ atOnce: 1 }), findPartConflicts({ atOnce: 1 })]);
  expect(await conflictsOf(sessionId)).toHaveLength(2);
  const { conflictCount } = await db().recording.findUniqueOrThrow({ where: { sessionId } });
  expect(conflictCount).toBe(2);
});

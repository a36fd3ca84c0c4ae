import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { closeSegment } from "./close-segment.ts";
import { getUpload } from "./get-upload.ts";
import { openSegment } from "./open-segment.ts";

await testDatabase();

async function withParts(...seqs: number[]) {
  const { sessionId } = await testSession();
  await openSegment(sessionId, { client_key: "a", mime_type: "video/webm" });
  const segment = await db().segment.findFirstOrThrow({ where: { sessionId } });
  for (const seq of seqs) {
    const sha256 = createHash("sha256").update(`${seq}`).digest("hex");
    const part = { segmentId: segment.id, seq, offset: BigInt(seq * 10), length: 10, sha256, storageKey: sha256 };
    await segments.addPart(db(), part);
  }
  return sessionId;
}

test("a client that comes back learns what has arrived and what has not", async () => {
  const sessionId = await withParts(0, 1, 4);
  expect(await getUpload(sessionId)).toMatchObject({
    status: "active",
    segments: [{ index: 0, clientKey: "a", ackedThrough: 1, missing: [2, 3], receivedBytes: 30, closedParts: null }],
  });
});

test("the end of a closed segment is known to be missing", async () => {
  const sessionId = await withParts(0, 1);
  await closeSegment(sessionId, 0, 4);
  expect((await getUpload(sessionId)).segments).toMatchObject([{ ackedThrough: 1, missing: [2, 3], closedParts: 4 }]);
});

test("holes are listed in order, a thousand at most, however many parts a client says there are", async () => {
  const sessionId = await withParts(0, 2, 5);
  expect((await getUpload(sessionId)).segments).toMatchObject([{ ackedThrough: 0, missing: [1, 3, 4] }]);
  await closeSegment(sessionId, 0, 50_000);
  const [segment] = (await getUpload(sessionId)).segments;
  expect(segment?.missing.slice(0, 5)).toEqual([1, 3, 4, 6, 7]);
  expect(segment?.missing).toHaveLength(1_000);
});

test("of a session whose every segment is said to be endless a bounded answer is made, the first segments whole", async () => {
  const sessionId = await withParts(0, 2);
  const claimed = Array.from({ length: 200 }, (_, number) => {
    return { sessionId, index: number + 1, clientKey: `${number}`, mimeType: "video/webm", closedParts: 100_000 };
  });
  await db().segment.createMany({ data: claimed });
  const { segments: all } = await getUpload(sessionId);
  expect(all).toHaveLength(201);
  expect(all.flatMap(({ missing }) => missing)).toHaveLength(10_000);
  expect(all[0]).toMatchObject({ ackedThrough: 0, missing: [1] });
  expect(all[200]).toMatchObject({ ackedThrough: -1, missing: [] });
});

test("closing again changes nothing, and a smaller number takes nothing back", async () => {
  const sessionId = await withParts(0, 1, 2);
  await closeSegment(sessionId, 0, 3);
  await closeSegment(sessionId, 0, 3);
  await closeSegment(sessionId, 0, 1);
  expect((await getUpload(sessionId)).segments).toMatchObject([{ ackedThrough: 2, missing: [], closedParts: 3 }]);
});

test("a segment that nothing came of is there all the same", async () => {
  expect((await getUpload(await withParts())).segments).toMatchObject([
    { ackedThrough: -1, missing: [], receivedBytes: 0 },
  ]);
});

test("a segment that was never opened cannot be closed", async () => {
  await expect(closeSegment(await withParts(), 7, 1)).rejects.toMatchObject({ code: "recording_not_found" });
});

import { afterEach, expect, test, vi } from "vitest";
import { hashApiKey, newApiKey } from "../keys/api-key-secret.ts";
import { findApiKey } from "../keys/find-api-key.ts";
import { removeOld } from "../privacy/remove-old.ts";
import { claimSession } from "../recording/claim-session.ts";
import { openSegment } from "../recording/open-segment.ts";
import { sweep } from "../recording/sweep.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import * as idempotencyKeys from "./idempotency-keys.ts";
import * as sessions from "./sessions.ts";
import * as workerBeats from "./worker-beats.ts";

/* What one process writes and another compares: this machine's clock does not matter, wherever it stands. */

await testDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const HOUR = 3_600_000;
const truly = Date.now;

/** This process's clock goes wrong by so much; timers go on as they are. */
function clockIsOffBy(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(new Date(truly() + milliseconds));
}

test("the time is the database's", async () => {
  clockIsOffBy(-HOUR);
  expect(Math.abs((await databaseNow(db())).getTime() - (Date.now() + HOUR))).toBeLessThan(10_000);
});

test("a web process that is ahead steals no session, and one that is behind gives none away", async () => {
  const { sessionId } = await testSession();
  await claimSession(sessionId, { client_key: "first" });
  for (const off of [20_000, HOUR, -HOUR]) {
    clockIsOffBy(off);
    await expect(claimSession(sessionId, { client_key: "second" }), String(off)).rejects.toMatchObject({
      code: "session_in_use",
    });
    expect(await claimSession(sessionId, { client_key: "first" })).toBe(1);
  }
});

test("a page that has let go is followed by the next, also where the clock is behind", async () => {
  const { sessionId } = await testSession();
  await claimSession(sessionId, { client_key: "first" });
  await db().$executeRaw`
    UPDATE sessions SET holder_seen_at = now() - interval '5 minutes' WHERE id = ${sessionId}::uuid`;
  clockIsOffBy(-HOUR);
  expect(await claimSession(sessionId, { client_key: "second" })).toBe(2);
});

test("a worker whose clock is slow is not missing, and one that has stopped is", async () => {
  const id = crypto.randomUUID();
  clockIsOffBy(-25_000);
  await workerBeats.lead(db(), id);
  vi.useRealTimers();
  expect(await workerBeats.anyAlive(db())).toBe(true);
  await db().$executeRaw`UPDATE worker_beats SET beat_at = now() - interval '21 seconds'`;
  clockIsOffBy(-HOUR);
  expect(await workerBeats.anyAlive(db())).toBe(false);
});

test("a worker that is ahead takes nobody for silent or gone", async () => {
  const { sessionId } = await testSession();
  clockIsOffBy(60 * 24 * HOUR);
  await sweep();
  const session = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(session).toMatchObject({ status: "active", provisionalAt: null });
});

test("an invitation ends by the database's clock", async () => {
  const { sessionId } = await testSession();
  clockIsOffBy(300 * 24 * HOUR);
  expect(await openSegment(sessionId, { client_key: "one", mime_type: "video/webm" })).toBe(0);
});

test("the answer of a repeated request is kept for a day, by whichever process", async () => {
  const answer = { requestHash: "hash", status: 200, body: "{}" };
  clockIsOffBy(-48 * HOUR);
  await idempotencyKeys.store(db(), "caller", "key", answer);
  clockIsOffBy(48 * HOUR);
  expect(await idempotencyKeys.find(db(), "caller", "key")).toEqual(answer);
  await removeOld();
  expect(await idempotencyKeys.find(db(), "caller", "key")).toEqual(answer);
});

test("a key opens until its time is over", async () => {
  const { organizationId } = await testOrganization();
  const { plain, prefix } = newApiKey("live");
  const expiresAt = new Date(truly() + HOUR);
  const key = { organizationId, name: "Key", prefix, hash: hashApiKey(plain), expiresAt };
  await db().apiKey.create({ data: key });
  clockIsOffBy(48 * HOUR);
  expect(await findApiKey(plain)).toMatchObject({ organizationId });
  await db().$executeRaw`UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE prefix = ${prefix}`;
  clockIsOffBy(-48 * HOUR);
  expect(await findApiKey(plain)).toBeNull();
});

test("rows and ends that are written here carry the database's time", async () => {
  clockIsOffBy(-HOUR);
  const before = await databaseNow(db());
  const { sessionId } = await testSession();
  await sessions.complete(db(), sessionId);
  const { startedAt, lastSeenAt, endedAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  for (const at of [startedAt, lastSeenAt, endedAt]) {
    expect(at?.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1);
  }
});

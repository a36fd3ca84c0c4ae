import { expect, test } from "vitest";
import { CLAIM_LASTS_MS } from "../contract/upload.ts";
import { db } from "../db/client.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { claimSession } from "./claim-session.ts";
import { openSegment } from "./open-segment.ts";

await testDatabase();

const NOW = new Date();
const later = (ms: number) => new Date(NOW.getTime() + ms);
const segment = (epoch: number, key: string) => ({ epoch, client_key: key, mime_type: "video/webm" });

test("a page holds its session as long as it gives signs of life", async () => {
  const { sessionId } = await testSession();
  expect(await claimSession(sessionId, { client_key: "first" }, NOW)).toBe(1);
  expect(await claimSession(sessionId, { client_key: "first" }, later(5_000))).toBe(1);
  await expect(claimSession(sessionId, { client_key: "second" }, later(5_000 + CLAIM_LASTS_MS))).rejects.toMatchObject({
    code: "session_in_use",
  });
});

test("a page that fell silent has let go, and learns so when it comes back", async () => {
  const { sessionId } = await testSession();
  await claimSession(sessionId, { client_key: "first" }, NOW);
  expect(await claimSession(sessionId, { client_key: "second" }, later(CLAIM_LASTS_MS + 1))).toBe(2);
  await expect(claimSession(sessionId, { client_key: "first" }, later(60_000))).rejects.toMatchObject({
    code: "session_taken_over",
  });
});

test("a page that says it goes away holds nobody up, and comes back as itself where nobody came", async () => {
  const { sessionId } = await testSession();
  await claimSession(sessionId, { client_key: "first" }, NOW);
  await claimSession(sessionId, { client_key: "stranger", let_go: true }, later(1));
  await expect(claimSession(sessionId, { client_key: "second" }, later(2))).rejects.toMatchObject({
    code: "session_in_use",
  });
  expect(await claimSession(sessionId, { client_key: "first", let_go: true }, later(3))).toBe(1);
  expect(await claimSession(sessionId, { client_key: "first" }, later(4))).toBe(1); // it was a reload
  await claimSession(sessionId, { client_key: "first", let_go: true }, later(5));
  expect(await claimSession(sessionId, { client_key: "second" }, later(6))).toBe(2);
});

test("a page may take a session over, and back", async () => {
  const { sessionId } = await testSession();
  await claimSession(sessionId, { client_key: "first" }, NOW);
  expect(await claimSession(sessionId, { client_key: "second", take_over: true }, later(1))).toBe(2);
  expect(await claimSession(sessionId, { client_key: "second", take_over: true }, later(2))).toBe(2); // asked again
  expect(await claimSession(sessionId, { client_key: "first", take_over: true }, later(3))).toBe(3);
});

test("of pages that come at once, one gets the session", async () => {
  const { sessionId } = await testSession();
  const pages = ["a", "b", "c", "d", "e"];
  const answers = await Promise.allSettled(pages.map((key) => claimSession(sessionId, { client_key: key }, NOW)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await db().session.findUniqueOrThrow({ where: { id: sessionId } })).epoch).toBe(1);
});

test("a page that lost its session opens no new segment, but finds those it opened", async () => {
  const { sessionId } = await testSession();
  await claimSession(sessionId, { client_key: "first" }, NOW);
  expect(await openSegment(sessionId, segment(1, "a"))).toBe(0);
  await claimSession(sessionId, { client_key: "second", take_over: true }, later(1));
  await expect(openSegment(sessionId, segment(1, "b"))).rejects.toMatchObject({ code: "session_taken_over" });
  expect(await openSegment(sessionId, segment(1, "a"))).toBe(0);
  expect(await openSegment(sessionId, segment(2, "b"))).toBe(1);
});

test("what the page measures becomes the session's network quality", async () => {
  const { sessionId } = await testSession({ quality: "SD" });
  const read = () => db().session.findUniqueOrThrow({ where: { id: sessionId } });
  await claimSession(sessionId, { client_key: "page" }, NOW);
  expect((await read()).networkQuality).toBeNull();
  await claimSession(sessionId, { client_key: "page", network: { rtt_ms: 40, upload_bps: 600_000 } }, later(5_000));
  expect((await read()).networkQuality).toBe("excellent");
  for (const at of [10_000, 15_000]) {
    await claimSession(sessionId, { client_key: "page", network: { rtt_ms: 40, upload_bps: 10_000 } }, later(at));
  }
  expect(await read()).toMatchObject({ networkQuality: "poor", network: { excellent: 1, poor: 2 } });
});

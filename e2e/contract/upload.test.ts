import { createHash, randomUUID } from "node:crypto";
import { Agent, request as httpRequest } from "node:http";
import { expect, inject, test } from "vitest";
import { DoneAnswer } from "../../lib/contract/interview-answers.ts";
import { ClaimAnswer, OpenSegmentAnswer, UploadAnswer } from "../../lib/contract/upload.ts";
import { db } from "../../lib/db/client.ts";
import { expectOk, expectRefusal, get, post } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { fixtureParts, openSegment, processed, putPart } from "../support/recording.ts";
import { newTenant } from "../support/tenant.ts";

const tenant = await newTenant();

async function sitting() {
  const { session_id, candidateId } = await startedSession(tenant);
  return { sessionId: session_id, candidateId, at: `/api/interview/session/${session_id}` };
}

test("one page records: the second is told so, may take over, and the first learns that it lost", async () => {
  const { at } = await sitting();
  const claim = (client_key: string, more: object = {}) => post(`${at}/claim`, { client_key, ...more });
  const open = (epoch: number) =>
    post(`${at}/segments`, { client_key: randomUUID(), epoch, mime_type: "video/webm;codecs=vp9,opus" });

  expect(expectOk(await claim("first"), ClaimAnswer).epoch).toBe(1);
  expect(expectOk(await claim("first", { network: { rtt_ms: 20 } }), ClaimAnswer).epoch).toBe(1);
  expectOk(await open(1), OpenSegmentAnswer);
  expectRefusal(await claim("second"), 409, "session_in_use");
  expect(expectOk(await claim("second", { take_over: true }), ClaimAnswer).epoch).toBe(2);
  expectRefusal(await claim("first"), 409, "session_taken_over");
  expectRefusal(await open(1), 409, "session_taken_over");
  expect(expectOk(await open(2), OpenSegmentAnswer).segment).toBe(1);
});

test("of two pages that open at once, one records", async () => {
  const { at } = await sitting();
  const answers = await Promise.all(["a", "b", "c"].map((client_key) => post(`${at}/claim`, { client_key })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test("a claim must be well formed, and an ended session is nobody's", async () => {
  const { at, sessionId } = await sitting();
  expectRefusal(await post(`${at}/claim`, { client_key: "" }), 422, "invalid_fields");
  expectRefusal(await post(`${at}/claim`, { client_key: "a", network: { rtt_ms: -1 } }), 422, "invalid_fields");
  expectRefusal(
    await post(`/api/interview/session/${randomUUID()}/claim`, { client_key: "a" }),
    404,
    "session_not_found",
  );
  expectOk(await post("/api/interview/session/end", { session_id: sessionId }), DoneAnswer);
  expectRefusal(await post(`${at}/claim`, { client_key: "a" }), 409, "session_ended");
});

test("a client that comes back learns what is missing, also of a segment that has ended", async () => {
  const { at, sessionId } = await sitting();
  const parts = await fixtureParts("chrome-webm/segment-0");
  const segment = await openSegment(sessionId, "video/webm", "key of the page");
  const offsets = parts.map((_, seq) => parts.slice(0, seq).reduce((sum, part) => sum + part.byteLength, 0));
  for (const seq of [0, 1, 3]) {
    await putPart({ sessionId, segment, seq, offset: offsets[seq] ?? 0, bytes: parts[seq] as Buffer });
  }
  const arrived = { segment: 0, client_key: "key of the page", mime_type: "video/webm", acked_through: 1 };
  const received_bytes = [0, 1, 3].reduce((sum, seq) => sum + (parts[seq]?.byteLength ?? 0), 0);
  expect(expectOk(await get(`${at}/upload`), UploadAnswer)).toEqual({
    success: true,
    session_id: sessionId,
    status: "active",
    accepts_parts: true,
    segments: [{ ...arrived, missing: [2], received_bytes, closed_parts: null }],
  });
  expectOk(await post(`${at}/segments/0/close`, { parts: 6 }), DoneAnswer);
  expect(expectOk(await get(`${at}/upload`), UploadAnswer).segments).toEqual([
    { ...arrived, missing: [2, 4, 5], received_bytes, closed_parts: 6 },
  ]);
});

test("closing names a segment that is there, and a number of parts", async () => {
  const { at, sessionId } = await sitting();
  await openSegment(sessionId, "video/webm");
  expectRefusal(await post(`${at}/segments/1/close`, { parts: 1 }), 404, "recording_not_found");
  expectRefusal(await post(`${at}/segments/x/close`, { parts: 1 }), 422, "invalid_fields");
  expectRefusal(await post(`${at}/segments/0/close`, { parts: -1 }), 422, "invalid_fields");
});

test("the recording says what it is made of, and how the network was", async () => {
  const { at, sessionId, candidateId } = await sitting();
  await post(`${at}/claim`, { client_key: "page", network: { rtt_ms: 200, upload_bps: 5_000_000 } });
  const segment = await openSegment(sessionId, "video/webm;codecs=vp8,opus");
  let offset = 0;
  for (const [seq, bytes] of (await fixtureParts("chrome-webm/segment-0")).entries()) {
    await putPart({ sessionId, segment, seq, offset, bytes });
    offset += bytes.byteLength;
  }
  await post("/api/interview/session/end", { session_id: sessionId });
  const info = await processed(tenant, candidateId);
  expect(info).toMatchObject({ version: 1, provisional: false, gaps: [], network_quality: "good" });
  expect(info.segments).toMatchObject([
    { segment: 0, mime_type: "video/webm;codecs=vp8,opus", start_seconds: 0, parts: 8, missing: [] },
  ]);
  expect(info.segments[0]?.duration_seconds).toBeCloseTo(8, 0);
});

test("a refusal that reads nothing leaves the connection whole: the next request on it is answered", async () => {
  const { at, sessionId } = await sitting();
  const segment = await openSegment(sessionId, "video/webm");
  expect((await putPart({ sessionId, segment, seq: 0, offset: 0, bytes: Buffer.from("first") })).status).toBe(200);
  const { hostname, port } = new URL(inject("baseUrl"));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (method: string, path: string, headers: Record<string, string | number> = {}, body?: Buffer) =>
    new Promise<{ status: number; reused: boolean; text: string }>((resolve, reject) => {
      const sending = httpRequest({ hostname, port, agent, method, path, headers }, async (response) => {
        const text = Buffer.concat(await Array.fromAsync(response)).toString();
        resolve({ status: response.statusCode ?? 0, reused: sending.reusedSocket, text });
      });
      sending.on("error", reject).end(body);
    });
  const different = Buffer.alloc(900 * 1024, 7);
  const headers = {
    "content-length": different.byteLength,
    "x-part-offset": "0",
    "x-part-sha256": createHash("sha256").update(different).digest("hex"),
  };
  for (let round = 0; round < 3; round++) {
    const refused = await ask("PUT", `${at}/segments/${segment}/parts/0`, headers, different);
    expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([409, "part_conflict"]);
    const next = await ask("GET", `${at}/upload`);
    expect([next.status, JSON.parse(next.text).segments[0].received_bytes]).toEqual([200, 5]);
  }
  agent.destroy();
});

test("a recording takes so many segments, and says which limit it was", async () => {
  const { at, sessionId } = await sitting();
  await db().session.update({ where: { id: sessionId }, data: { quota: { segments: 1, parts: 10_000 } } });
  await openSegment(sessionId, "video/webm", "first");
  const refused = await post(`${at}/segments`, { client_key: "second", mime_type: "video/webm" });
  expect(expectRefusal(refused, 409, "session_limit_reached").error.issues).toEqual([
    { path: "segments", message: "must be at most 1 for each session" },
  ]);
  expectRefusal(await post(`${at}/segments/0/close`, { parts: 100_000 }), 409, "session_limit_reached");
});

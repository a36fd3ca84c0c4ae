import { createHash } from "node:crypto";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import { describe, expect, inject, test } from "vitest";
import { PartAnswer } from "../../lib/contract/upload.ts";
import { expectOk, expectRefusal, get, post } from "../support/client.ts";
import { endedSession, sessionData, startedSession } from "../support/interview.ts";
import { fixtureParts, openSegment, processed, putPart, uploadSegment } from "../support/recording.ts";
import { newTenant } from "../support/tenant.ts";

const WEBM = "video/webm;codecs=vp9,opus";

describe("a recording that was uploaded in parts", () => {
  test.each([
    ["WebM in two segments", WEBM, ["chrome-webm/segment-0", "chrome-webm/segment-1"], "webm", 16],
    ["MP4", "video/mp4;codecs=avc1,mp4a", ["safari-like-mp4"], "mp4", 8],
    ["Matroska", "video/x-matroska;codecs=avc1,opus", ["chrome-mkv-h264"], "mkv", 8],
  ])("%s becomes one seekable file", async (_, mimeType, folders, format, seconds) => {
    const tenant = await newTenant();
    const { session_id, candidateId } = await startedSession(tenant);
    for (const folder of folders) {
      const answers = await uploadSegment(session_id, mimeType, await fixtureParts(folder));
      const last = answers.length - 1;
      expect(answers.map((answer) => expectOk(answer, PartAnswer).acked_through)).toEqual([...answers.keys()]);
      expect(expectOk(answers[last] as (typeof answers)[0], PartAnswer).missing).toEqual([]);
    }
    await post("/api/interview/session/end", { session_id });
    const info = await processed(tenant, candidateId);
    expect(info).toMatchObject({
      recording_status: "completed",
      recording_format: format,
      recording_quality: "HD",
      recording_file: expect.stringMatching(
        new RegExp(`^recordings/interview_session_${candidateId}_\\d{10}\\.${format}$`),
      ),
      started_at: expect.any(String),
      completed_at: expect.any(String),
    });
    expect(Math.abs((info.recording_duration ?? 0) - seconds)).toBeLessThanOrEqual(1);

    const file = await download(info.media_url, tenant.apiKey);
    expect(file.byteLength).toBe(info.recording_size);
    expect(createHash("sha256").update(file).digest("hex")).toBe(info.sha256);
    const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
    expect(Math.abs((await input.computeDuration()) - seconds)).toBeLessThan(1);
    expect(await input.getPrimaryVideoTrack()).not.toBeNull();
    expect(await input.getPrimaryAudioTrack()).not.toBeNull();
  });

  test("a part that arrives after the end makes a new version", async () => {
    const tenant = await newTenant();
    const { session_id, candidateId } = await startedSession(tenant);
    const parts = await fixtureParts("chrome-webm/segment-0");
    const early = parts.slice(0, 4);
    await uploadSegment(session_id, WEBM, early);
    await post("/api/interview/session/end", { session_id });
    const first = await processed(tenant, candidateId);
    let offset = early.reduce((sum, part) => sum + part.byteLength, 0);
    for (const [index, bytes] of parts.slice(4).entries()) {
      expectOk(await putPart({ sessionId: session_id, segment: 0, seq: 4 + index, offset, bytes }), PartAnswer);
      offset += bytes.byteLength;
    }
    await expect
      .poll(async () => (await processed(tenant, candidateId)).recording_duration, { timeout: 30_000 })
      .toBeGreaterThan((first.recording_duration ?? 0) + 2);
  });

  test("question marks are given in the recording's own time, also in a later segment", async () => {
    const tenant = await newTenant();
    const { session_id, candidateId } = await startedSession(tenant);
    for (const folder of ["chrome-webm/segment-0", "chrome-webm/segment-1"]) {
      await uploadSegment(session_id, WEBM, await fixtureParts(folder));
    }
    for (const [segment, offset_ms] of [
      [0, 1_500],
      [1, 2_000],
    ]) {
      await post("/api/interview/question/add", {
        session_id,
        question_data: { text: "When?", media: { segment, offset_ms } },
      });
    }
    await post("/api/interview/session/end", { session_id });
    await processed(tenant, candidateId);
    const session_data = await sessionData(tenant, session_id);
    const [unmarked, first, second] = session_data.questions.map((question) => question.media_offset_seconds);
    expect(unmarked).toBeNull();
    expect(first).toBe(1.5);
    expect(Math.abs((second ?? 0) - 10)).toBeLessThan(0.5);
  });
});

describe("parts", () => {
  const sent = async () => {
    const tenant = await newTenant();
    const { session_id } = await startedSession(tenant);
    const segment = await openSegment(session_id, WEBM);
    const [bytes = Buffer.alloc(0), next = Buffer.alloc(0)] = await fixtureParts("chrome-webm/segment-0");
    return { tenant, next, part: { sessionId: session_id, segment, seq: 0, offset: 0, bytes } };
  };

  test("the same part again is answered again", async () => {
    const { part } = await sent();
    const answers = [await putPart(part), await putPart(part), await putPart(part)];
    for (const answer of answers) {
      expect(expectOk(answer, PartAnswer)).toMatchObject({ acked_through: 0, missing: [] });
    }
  });

  test("a different part with the same number is refused unread, and noted once", async () => {
    const { part, next, tenant } = await sent();
    expectOk(await putPart(part), PartAnswer);
    const different = { ...part, bytes: next };
    for (let again = 0; again < 3; again++) expectRefusal(await putPart(different), 409, "part_conflict");
    const session_data = await sessionData(tenant, part.sessionId);
    const sha256 = createHash("sha256").update(next).digest("hex");
    expect(session_data.technical_issues).toMatchObject([
      { code: "part_conflict", message: expect.stringContaining(`(${next.byteLength} bytes, SHA-256 ${sha256})`) },
    ]);
  });

  test("holes are named", async () => {
    const { part } = await sent();
    expectOk(await putPart(part), PartAnswer);
    const later = { ...part, seq: 3, offset: 1_000_000 };
    expect(expectOk(await putPart(later), PartAnswer)).toMatchObject({ acked_through: 0, missing: [1, 2] });
  });

  test("damaged, cut, misplaced and oversized parts are refused and nothing is stored", async () => {
    const { part, next } = await sent();
    const wrongHash = { "x-part-sha256": createHash("sha256").update("other").digest("hex") };
    expectRefusal(await putPart(part, wrongHash), 422, "part_mismatch");
    expectRefusal(await putPart({ ...part, offset: 1 }), 422, "part_mismatch");
    expectRefusal(await putPart({ ...part, bytes: Buffer.alloc(900 * 1024 + 1) }), 413, "body_too_large");
    expectRefusal(await putPart({ ...part, bytes: Buffer.alloc(3_000_000) }), 413, "body_too_large");
    expectRefusal(await putPart(part, { "x-part-sha256": "ABC" }), 422, "invalid_fields");
    expectRefusal(await putPart(part, { "x-part-offset": "-1" }), 422, "invalid_fields");
    expectRefusal(await putPart({ ...part, segment: 7 }), 404, "recording_not_found");
    expect(expectOk(await putPart(part), PartAnswer).acked_through).toBe(0);
    const misplaced = { ...part, seq: 1, offset: part.bytes.byteLength + 1, bytes: next };
    expectRefusal(await putPart(misplaced), 422, "part_mismatch");
  });

  test("a segment is opened once for one client key", async () => {
    const { session_id } = await startedSession(await newTenant());
    const open = (key: string) => openSegment(session_id, WEBM, key);
    const [first, again, other] = await Promise.all([open("a"), open("a"), open("b")]);
    expect(again).toBe(first);
    expect([first, other].sort()).toEqual([0, 1]);
  });

  test("a session that nobody has takes none", async () => {
    const { part } = await sent();
    const unknown = { ...part, sessionId: "00000000-0000-4000-8000-000000000000" };
    expectRefusal(await putPart(unknown), 404, "session_not_found");
  });
});

describe("serving", () => {
  const published = async () => {
    const tenant = await newTenant();
    const { session_id, candidateId } = await startedSession(tenant);
    await uploadSegment(session_id, WEBM, await fixtureParts("chrome-webm/segment-0"));
    await post("/api/interview/session/end", { session_id });
    const info = await processed(tenant, candidateId);
    const whole = await download(info.media_url, tenant.apiKey);
    const fetchMedia = (headers: Record<string, string>, method = "GET", query = "") =>
      fetch(new URL(`${info.media_url}${query}`, inject("baseUrl")), {
        method,
        headers: { authorization: `Bearer ${tenant.apiKey}`, ...headers },
      });
    return { info, whole, fetchMedia, size: whole.byteLength };
  };

  test("ranges, conditions and HEAD", async () => {
    const { whole, fetchMedia, size, info } = await published();
    const ranges: [string, number, number][] = [
      ["bytes=0-99", 0, 99],
      ["bytes=100-", 100, size - 1],
      ["bytes=-50", size - 50, size - 1],
      [`bytes=${size - 1}-${size + 500}`, size - 1, size - 1],
    ];
    for (const [range, start, end] of ranges) {
      const answer = await fetchMedia({ range });
      expect(answer.status).toBe(206);
      expect(answer.headers.get("content-range")).toBe(`bytes ${start}-${end}/${size}`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(start, end + 1))).toBe(true);
    }
    const beyond = await fetchMedia({ range: `bytes=${size}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get("content-range")).toBe(`bytes */${size}`);

    const etag = `"${info.sha256}"`;
    const known = await fetchMedia({ "if-none-match": etag });
    expect([known.status, (await known.arrayBuffer()).byteLength]).toEqual([304, 0]);
    expect((await fetchMedia({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
    expect((await fetchMedia({ range: "bytes=0-9", "if-range": '"other"' })).status).toBe(200);

    const head = await fetchMedia({}, "HEAD");
    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(String(size));
    expect(head.headers.get("etag")).toBe(etag);
    expect(head.headers.get("content-type")).toMatch(/^video\/webm/);
  });

  test("a download has a name made of candidate and date", async () => {
    const { fetchMedia } = await published();
    const answer = await fetchMedia({}, "HEAD", "&download=1");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="Interview Ada Lovelace \d{4}-\d\d-\d\d\.webm"/,
    );
  });

  test("there is nothing to serve before the recording is finished, or without one", async () => {
    const tenant = await newTenant();
    const { candidateId } = await endedSession(tenant);
    expectRefusal(
      await get(`/api/interview/recording/${candidateId}/media`, tenant.apiKey),
      404,
      "recording_not_found",
    );
  });
});

async function download(mediaUrl: string | null, apiKey: string): Promise<Buffer> {
  if (!mediaUrl) throw new Error("there is no media_url");
  const answer = await fetch(new URL(mediaUrl, inject("baseUrl")), { headers: { authorization: `Bearer ${apiKey}` } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

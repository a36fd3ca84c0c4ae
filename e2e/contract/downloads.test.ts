import { BufferSource, Input, MP4 } from "mediabunny";
import { expect, inject, test } from "vitest";
import { expectRefusal, get, post } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { fixtureParts, processed, uploadSegment } from "../support/recording.ts";
import { newTenant } from "../support/tenant.ts";

const MIME_TYPES = {
  "chrome-webm/segment-0": "video/webm;codecs=vp8,opus",
  "chrome-mkv-h264": "video/x-matroska;codecs=avc1,opus",
  "safari-like-mp4": "video/mp4;codecs=avc1,mp4a",
} as const;

/** A published recording of these fixtures, one segment each, and a way to fetch its files. */
async function published(...folders: (keyof typeof MIME_TYPES)[]) {
  const tenant = await newTenant();
  const { session_id, candidateId } = await startedSession(tenant);
  for (const folder of folders) await uploadSegment(session_id, MIME_TYPES[folder], await fixtureParts(folder));
  await post("/api/interview/session/end", { session_id });
  const info = await processed(tenant, candidateId);
  const address = (query: string) => `${info.media_url}${query}`;
  return {
    info,
    refused: (query: string) => get(address(query), tenant.apiKey),
    fetchMedia: (query: string, headers: Record<string, string> = {}) =>
      fetch(new URL(address(query), inject("baseUrl")), {
        headers: { authorization: `Bearer ${tenant.apiKey}`, ...headers },
      }),
  };
}

test("H.264 in Matroska is downloaded as an MP4, which is made once and has ranges and an ETag of its own", async () => {
  const { info, fetchMedia } = await published("chrome-mkv-h264");
  const answer = await fetchMedia("&download=1&format=mp4");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("video/mp4");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Interview .*\.mp4"/);
  expect(answer.headers.get("etag")).not.toBe(`"${info.sha256}"`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4] });
  expect(await input.computeDuration()).toBeCloseTo(info.recording_duration ?? 0, 0);
  expect(await (await input.getPrimaryVideoTrack())?.getCodec()).toBe("avc");

  const again = await fetchMedia("&format=mp4", { range: "bytes=100-199" });
  expect(again.status).toBe(206);
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
});

test("an MP4 is downloaded as it was recorded, and VP8 is refused in plain words", async () => {
  const recordedAsMp4 = await published("safari-like-mp4");
  const answer = await recordedAsMp4.fetchMedia("&format=mp4");
  expect(answer.headers.get("etag")).toBe(`"${recordedAsMp4.info.sha256}"`);
  const vp8 = await published("chrome-webm/segment-0");
  const { message } = expectRefusal(await vp8.refused("&format=mp4"), 404, "recording_not_found");
  expect(message).toContain("as it was recorded");
  expectRefusal(await vp8.refused("&format=avi"), 422, "invalid_fields");
});

test("what was recorded in another way is a file beside the recording", async () => {
  const { info, fetchMedia, refused } = await published("chrome-webm/segment-0", "safari-like-mp4");
  const [first, second] = [await fetchMedia(""), await fetchMedia("&file=2")];
  const types = [first.headers.get("content-type"), second.headers.get("content-type")];
  expect(types.map((type) => type?.split(";")[0]).sort()).toEqual(["video/mp4", "video/webm"]);
  expect((await first.arrayBuffer()).byteLength).toBe(info.recording_size);
  expect((await second.arrayBuffer()).byteLength).toBeGreaterThan(100_000);
  expectRefusal(await refused("&file=3"), 404, "recording_not_found");
  expectRefusal(await refused("&file=0"), 422, "invalid_fields");
});

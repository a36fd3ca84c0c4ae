import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EncodedPacket, EncodedPacketSink, FilePathSource, Input } from "mediabunny";
import { afterAll, beforeAll, expect, it } from "vitest";
import { READABLE_FORMATS } from "./container.ts";
import { copyToMp4 } from "./copy-to-mp4.ts";
import { inspectSegment } from "./segment-media.ts";
import { writeRecording } from "./write-recording.ts";

const MEDIA = new URL("../../../e2e/fixtures/media/", import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "copy-to-mp4-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ["VP9 in WebM", "chrome-mp4", "webm"],
  ["H.264 in Matroska", "chrome-mkv-h264", "mkv"],
] as const)("%s keeps every packet and its time", async (_what, fixture, container) => {
  const parts = (await readdir(join(MEDIA, fixture))).sort().map((name) => join(MEDIA, fixture, name));
  const media = await inspectSegment(parts);
  if (!media) throw new Error("the fixture can't be read");
  const [recorded, copy] = [join(folder, container), join(folder, `${container}.mp4`)];
  await writeRecording(recorded, container, [media]);
  await copyToMp4(recorded, copy);
  const [before, after] = [await packetsOf(recorded), await packetsOf(copy)];
  expect(after.mimeType).toMatch(/^video\/mp4/);
  for (const kind of ["video", "audio"] as const) {
    expect(after[kind].map(({ type }) => type)).toEqual(before[kind].map(({ type }) => type));
    const drift = after[kind].map(({ timestamp }, at) => Math.abs(timestamp - (before[kind][at]?.timestamp ?? 0)));
    expect(Math.max(...drift)).toBeLessThan(0.002);
  }
});

it("refuses what is no recording", async () => {
  await expect(copyToMp4(import.meta.filename, join(folder, "none"))).rejects.toThrow(
    "recording_nothing_readable:whole",
  );
});

async function packetsOf(path: string) {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  const packets: Record<"video" | "audio", EncodedPacket[]> = { video: [], audio: [] };
  for (const track of await input.getTracks()) {
    if (track.type === "subtitle") continue;
    for await (const packet of new EncodedPacketSink(track).packets()) packets[track.type].push(packet);
  }
  const mimeType = await input.getMimeType();
  input.dispose();
  return { ...packets, mimeType };
}

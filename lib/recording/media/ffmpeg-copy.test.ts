import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EncodedPacket, EncodedPacketSink, FilePathSource, Input } from "mediabunny";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { READABLE_FORMATS } from "./container.ts";
import { copyByFfmpeg } from "./ffmpeg-copy.ts";
import type { PartFiles } from "./parts-source.ts";
import { inspectSegment, type SegmentMedia } from "./segment-media.ts";
import { writeRecording } from "./write-recording.ts";

const MEDIA = new URL("../../../e2e/fixtures/media/", import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ffmpeg-copy-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(!hasFfmpeg())("where there is an ffmpeg", () => {
  it.each([
    ["chrome-webm/segment-0", "webm"],
    ["chrome-webm/segment-1", "webm"],
    ["chrome-mkv-h264", "mkv"],
    ["safari-like-mp4", "mp4"],
  ] as const)("copies %s as mediabunny does: every packet at the same time", async (fixture, container) => {
    const media = await inspected(await partsOf(fixture));
    const [fast, slow] = [join(folder, "fast"), join(folder, "slow")];
    const copied = await copyByFfmpeg(fast, container, media);
    const written = await writeRecording(slow, container, [media]);
    expect(copied?.mimeType).toBe(written.mimeType);
    expect(copied?.durationSeconds).toBeCloseTo(written.durationSeconds, 2);
    const [ours, theirs] = [await packetsOf(slow), await packetsOf(fast)];
    expect(theirs.map(({ type }) => type)).toEqual(ours.map(({ type }) => type));
    const drift = theirs.map(({ timestamp }, at) => Math.abs(timestamp - (ours[at]?.timestamp ?? 0)));
    expect(Math.max(...drift)).toBeLessThan(0.002);
  });

  it("leaves holes and damage to those who know what to do with them", async () => {
    const parts = await partsOf("chrome-webm/segment-0");
    const holed = await inspected(parts.map((path, seq) => (seq === 3 ? 1 : path)));
    expect(await copyByFfmpeg(join(folder, "holed"), "webm", holed)).toBeNull();
    const damaged = join(folder, "damaged");
    const bytes = await readFile(parts[3] ?? "");
    await writeFile(damaged, bytes.fill(0, 10_000, 60_000));
    const inside = await inspected(parts.with(3, damaged));
    expect(await copyByFfmpeg(join(folder, "copy"), "webm", inside)).toBeNull();
  });
});

function hasFfmpeg(): boolean {
  try {
    execFileSync("ffmpeg", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function partsOf(fixture: string): Promise<string[]> {
  return (await readdir(join(MEDIA, fixture))).sort().map((name) => join(MEDIA, fixture, name));
}

async function inspected(parts: PartFiles): Promise<SegmentMedia> {
  const media = await inspectSegment(parts);
  if (!media) throw new Error("the fixture can't be read");
  return media;
}

async function packetsOf(path: string): Promise<EncodedPacket[]> {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  const packets: EncodedPacket[] = [];
  for (const track of await input.getTracks()) {
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  }
  input.dispose();
  return packets;
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Output,
  WebMOutputFormat,
} from "mediabunny";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, cutIntoParts, describedTwice, fixtureFiles, turned } from "../../testing/media/parts.ts";
import { READABLE_FORMATS } from "./container.ts";
import { joinSegments } from "./join-segments.ts";
import { type Kind, linearPart } from "./segment-media.ts";

/* Recordings that are not as expected: what can be kept is kept, and what is not in the file is named. */

let folder: string;
let out: string;
let webm: string[];
let safari: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unexpected-media-"));
  webm = await fixtureFiles("chrome-webm/segment-0");
  safari = await bytesOf(await fixtureFiles("safari-like-mp4"));
});
beforeEach(async () => {
  out = await mkdtemp(join(folder, "out-"));
});
afterAll(() => rm(folder, { recursive: true }));

const QUARTER = [0, 1, -1, 0] as const;
const MIRRORED = [-1, 0, 0, 1] as const;
const codesOf = ({ warnings }: { warnings: { segment: number; code: string }[] }) =>
  warnings.map(({ segment, code }) => `${segment} ${code}`);

describe.each(["mediabunny", "fastest"] as const)("joined the %s way", (way) => {
  const joined = () => join(out, "joined");
  const parts = (bytes: Buffer) => cutIntoParts(bytes, out);

  it.each([
    ["turned", QUARTER],
    ["mirrored", MIRRORED],
  ])("a picture that is %s stays so, of one segment and of several", async (_, matrix) => {
    const given = await parts(turned(safari, matrix));
    for (const segments of [[given], [given, given]]) {
      const { warnings } = await joinSegments(segments, joined(), { way });
      expect(warnings).toEqual([]);
      expect(await turnOf(joined())).toEqual(matrix.map((value) => value * 1000));
    }
  });

  it("segments turned differently are never in one file", async () => {
    const segments = [await parts(safari), await parts(turned(safari, QUARTER))];
    const { sideFiles, warnings } = await joinSegments(segments, joined(), { way });
    expect(warnings).toMatchObject([{ segment: 1, code: "incompatible" }]);
    expect(await turnOf(joined())).toEqual([1000, 0, 0, 1000]);
    expect(await turnOf(sideFiles[0]?.path ?? "")).toEqual([0, 1000, -1000, 0]);
  });

  it.each([
    ["WebM", () => webm, 8],
    ["Matroska", () => fixtureFiles("chrome-mkv-h264"), 8],
    ["MP4", () => fixtureFiles("safari-like-mp4"), 8.05],
    ["Chromium's MP4", () => fixtureFiles("chrome-mp4"), 8],
  ])("a recorder of %s that is begun anew within a segment goes on behind itself", async (_, files, seconds) => {
    const once = await bytesOf(await files());
    for (const partBytes of [60_000, 1_000_000]) {
      const given = await cutIntoParts(Buffer.concat([once, once]), out, partBytes);
      const { segments, warnings, gaps } = await joinSegments([given], joined(), { way });
      expect({ warnings, gaps }).toEqual({ warnings: [], gaps: [] });
      expect(Math.abs((segments[0]?.durationMs ?? 0) / 1000 - 2 * seconds)).toBeLessThan(0.3);
      for (const kind of ["video", "audio"] as const) {
        const times = await timesOf(joined(), kind);
        expect(
          times.toSorted((a, b) => a - b),
          kind,
        ).toEqual(times);
        expect(new Set(times).size, `${kind} times never collide`).toBe(times.length);
      }
    }
  });

  it("a recorder that begins anew in another format has a file of its own for that", async () => {
    const mixed = [...webm, ...(await fixtureFiles("safari-like-mp4"))];
    const result = await joinSegments([mixed], joined(), { way });
    expect(codesOf(result)).toEqual(["0 incompatible"]);
    expect(result.sideFiles).toHaveLength(1);
    expect(result.durationSeconds + (result.sideFiles[0]?.durationSeconds ?? 0)).toBeCloseTo(16, 0);
  });

  it("what comes before a recorder's first byte spoils nothing of what it recorded", async () => {
    const given = await parts(Buffer.concat([Buffer.alloc(70_000, "?"), await bytesOf(webm)]));
    const result = await joinSegments([given], joined(), { way });
    expect(codesOf(result)).toEqual(["0 piece_unreadable"]);
    expect(result.durationSeconds).toBeCloseTo(8, 1);
  });

  it("a track that cannot be read is named, and the other is kept", async () => {
    const bytes = await bytesOf(webm);
    const silent = Buffer.from(bytes);
    silent.write("A_????", silent.indexOf("A_OPUS"));
    const withoutSound = await joinSegments([await parts(silent)], joined(), { way });
    expect(codesOf(withoutSound)).toEqual(["0 audio_unreadable"]);
    expect(withoutSound).toMatchObject({ hasVideo: true, hasAudio: false });
    const blind = Buffer.from(bytes);
    blind.write("V_???", blind.indexOf("V_VP8"));
    const withoutPicture = await joinSegments([await cutIntoParts(blind, out, 61_000)], joined(), { way });
    expect(codesOf(withoutPicture)).toEqual(["0 video_unreadable"]);
  });

  it("a second track of a kind is named", async () => {
    const twice = join(out, "twice");
    await writeTwice(webm, twice);
    const result = await joinSegments([[twice]], joined(), { way });
    expect(codesOf(result).sort()).toEqual(["0 audio_another", "0 video_another"]);
    expect(result.durationSeconds).toBeCloseTo(8, 0);
  });

  it("a picture of H.264 that changes its size is kept, and named", async () => {
    const result = await joinSegments([await fixtureFiles("h264-size-change")], joined(), { way });
    expect(codesOf(result)).toEqual(["0 picture_changes"]);
    expect(result.durationSeconds).toBeCloseTo(4, 1);
  });

  it("a picture of an MP4 that is described in two ways is named", async () => {
    const result = await joinSegments([await parts(describedTwice(safari))], joined(), { way });
    expect(codesOf(result)).toEqual(["0 video_described_again"]);
    expect(result.durationSeconds).toBeCloseTo(8, 0);
  });

  it.each([
    ["a finished WebM", async () => finished(webm)],
    ["an MP4 in fragments", async () => safari],
  ])("%s that was cut short is kept as far as it goes, and named", async (_, make) => {
    const bytes = await make();
    for (const share of [0.55, 0.9]) {
      const given = await cutIntoParts(bytes.subarray(0, Math.floor(bytes.byteLength * share)), out);
      const result = await joinSegments([given], joined(), { way });
      expect(codesOf(result)).toEqual(["0 cut_short"]);
      expect(result.durationSeconds).toBeGreaterThan(3);
    }
  });

  it("damage in the middle that costs time is named", async () => {
    const bytes = await bytesOf(webm);
    bytes.fill(0, Math.floor(bytes.byteLength * 0.2), Math.floor(bytes.byteLength * 0.7));
    const result = await joinSegments([await parts(bytes)], joined(), { way });
    expect(codesOf(result).length).toBeGreaterThan(0);
  });

  it("the damage that sent a reader round in circles costs what is behind it, and is named", async () => {
    const result = await joinSegments([await fixtureFiles("hanging-webm")], joined(), { way });
    expect(codesOf(result)).toEqual(["0 cut_short"]);
    expect(result.durationSeconds).toBeGreaterThan(2);
  });
});

/** How the picture of a file is turned and mirrored, in thousandths. */
async function turnOf(path: string): Promise<number[]> {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  return linearPart((await track?.getTransformationMatrix()) ?? null);
}

async function timesOf(path: string, kind: Kind): Promise<number[]> {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  const [track] = (await input.getTracks()).filter(({ type }) => type === kind);
  const times: number[] = [];
  if (track) for await (const { timestamp } of new EncodedPacketSink(track).packets()) times.push(timestamp);
  return times;
}

/** A file as a muxer leaves it that knows its end: with its length in front and an index. */
async function finished(parts: string[]): Promise<Buffer> {
  const path = join(out, "finished");
  await joinSegments([parts], path, { way: "mediabunny" });
  return bytesOf([path]);
}

/** A WebM with both tracks of a segment, each two times. */
async function writeTwice(parts: string[], path: string): Promise<void> {
  const whole = join(out, "whole");
  await writeFile(whole, await finished(parts));
  const input = new Input({ source: new FilePathSource(whole), formats: READABLE_FORMATS });
  const { FilePathTarget } = await import("mediabunny");
  const output = new Output({ format: new WebMOutputFormat(), target: new FilePathTarget(path) });
  const tracks = [];
  for (const track of [...(await input.getTracks()), ...(await input.getTracks())]) {
    const described = track as InputVideoTrack | InputAudioTrack;
    const decoderConfig = (await described.getDecoderConfig()) ?? expect.fail("no configuration");
    const codec = (await track.getCodec()) ?? expect.fail("no codec");
    const source = track.isVideoTrack()
      ? new EncodedVideoPacketSource(codec as "vp8")
      : new EncodedAudioPacketSource(codec as "opus");
    if (source instanceof EncodedVideoPacketSource) output.addVideoTrack(source);
    else output.addAudioTrack(source);
    tracks.push({
      track,
      add: (packet: Parameters<typeof source.add>[0]) => source.add(packet, { decoderConfig } as never),
    });
  }
  await output.start();
  await Promise.all(
    tracks.map(async ({ track, add }) => {
      for await (const packet of new EncodedPacketSink(track).packets()) await add(packet);
    }),
  );
  await output.finalize();
}

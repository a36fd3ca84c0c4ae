import fs from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EncodedPacketSink, FilePathSource, Input } from "mediabunny";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import type { AnswerSpan } from "../../../domain/answer-span.ts";
import { READABLE_FORMATS } from "../container.ts";
import { joinSegments } from "../join-segments.ts";
import { clusterAt, readElement } from "../matroska-elements.ts";
import type { PartFiles } from "../parts-source.ts";
import { type AudioPiece, PIECE_LIMITS } from "./audio-pieces.ts";
import { cutAnswers } from "./cut-answers.ts";

const MEDIA = new URL("../../../../e2e/fixtures/media/", import.meta.url).pathname;

let folder: string;
let out: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cut-answers-"));
});
beforeEach(async () => {
  out = await mkdtemp(join(folder, "out-"));
});
afterAll(() => rm(folder, { recursive: true }));

const partsOf = async (kind: string) =>
  (await readdir(join(MEDIA, kind))).sort().map((name) => join(MEDIA, kind, name));

const span = (fromMs: number, longestMs: number | null, more: Partial<AnswerSpan> = {}): AnswerSpan => ({
  from: { segmentIndex: 0, offsetMs: fromMs },
  until: null,
  longestMs,
  ...more,
});

async function cutOne(parts: PartFiles, wanted: AnswerSpan, limits = PIECE_LIMITS): Promise<AudioPiece[]> {
  const [pieces] = await cutAnswers([{ index: 0, parts }], [wanted], out, limits);
  return pieces ?? [];
}

/** Opens a piece as anybody would, and reads all of it. */
async function listen(path: string) {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  try {
    const [track] = await input.getAudioTracks();
    if (!track) throw new Error("no sound");
    const packets: { seconds: number; data: string }[] = [];
    for await (const packet of new EncodedPacketSink(track).packets()) {
      packets.push({ seconds: packet.timestamp, data: Buffer.from(packet.data).toString("base64") });
    }
    return {
      video: (await input.getVideoTracks()).length,
      codec: await track.getCodec(),
      seconds: await input.computeDuration(),
      packets,
    };
  } finally {
    input.dispose();
  }
}

describe.each([
  ["chrome-webm/segment-0", "opus", "audio/webm", 8],
  ["chrome-webm/segment-1", "opus", "audio/webm", 8],
  ["chrome-mkv-h264", "opus", "audio/webm", 8],
  ["chrome-mp4", "opus", "audio/webm", 8],
  ["safari-like-mp4", "aac", "audio/mp4", 7.2],
])("of %s", (kind, codec, mimeType, soundSeconds) => {
  it("three seconds are three seconds of sound, packet for packet, without the picture", async () => {
    const parts = await partsOf(kind);
    const pieces = await cutOne(parts, span(2_500, 3_000));
    expect(pieces).toMatchObject([{ mimeType, offsetMs: expect.any(Number) }]);
    const piece = await listen(pieces[0]?.path ?? "");
    expect(piece).toMatchObject({ video: 0, codec });
    expect(Math.abs(piece.seconds - 3)).toBeLessThan(0.15);
    const whole = join(out, "whole");
    await writeFile(whole, Buffer.concat(await Promise.all(parts.map((path) => readFile(path)))));
    const original = (await listen(whole)).packets.filter(({ seconds }) => seconds > 2.6 && seconds < 5.4);
    const heard = new Set(piece.packets.map(({ data }) => data));
    expect(original.length).toBeGreaterThan(20);
    expect(original.filter(({ data }) => !heard.has(data))).toEqual([]);
  });

  it("an answer without a known length lasts until what comes next, or the end", async () => {
    const parts = await partsOf(kind);
    const next = span(1_000, null, { until: { segmentIndex: 0, offsetMs: 3_000 } });
    const [piece] = await cutOne(parts, next);
    expect(Math.abs((piece?.durationMs ?? 0) - 2_000)).toBeLessThan(150);
    const [rest] = await cutOne(parts, span(5_000, null));
    expect(Math.abs((rest?.durationMs ?? 0) / 1000 - (soundSeconds - 5))).toBeLessThan(0.15);
  });
});

test("an answer that goes on in the next segment has a piece of each, with its place in the answer", async () => {
  const segments = [
    { index: 0, parts: await partsOf("chrome-webm/segment-0") },
    { index: 1, parts: await partsOf("chrome-webm/segment-1") },
  ];
  const [pieces] = await cutAnswers(segments, [span(6_000, 5_000)], out);
  expect(pieces).toHaveLength(2);
  expect(Math.abs((pieces?.[1]?.offsetMs ?? 0) - 2_000)).toBeLessThan(200);
  const total = (pieces ?? []).reduce((sum, { durationMs }) => sum + durationMs, 0);
  expect(Math.abs(total - 5_000)).toBeLessThan(250);
});

test.each([
  ["chrome-webm/segment-0", 7_000, 6_500],
  ["safari-like-mp4", 6_500, 6_000],
])("what comes after missing parts of %s keeps its time, in a file of its own", async (kind, longestMs, reachedMs) => {
  const parts: (string | number)[] = await partsOf(kind);
  const pieces = await cutOne(parts.with(2, 1).with(3, 1), span(500, longestMs));
  expect(pieces.length).toBeGreaterThan(1);
  const last = pieces.at(-1);
  expect((last?.offsetMs ?? 0) + (last?.durationMs ?? 0)).toBeGreaterThan(reachedMs);
  for (const { path, durationMs } of pieces) {
    expect(Math.abs((await listen(path)).seconds * 1000 - durationMs)).toBeLessThan(100);
  }
});

test("no file is larger or longer than an endpoint takes", async () => {
  const parts = await partsOf("chrome-webm/segment-0");
  const small = await cutOne(parts, span(0, null), { bytes: 40_000, seconds: 60 });
  expect(small.length).toBeGreaterThan(1);
  for (const { path } of small) expect((await readFile(path)).byteLength).toBeLessThan(40_000);
  const short = await cutOne(parts, span(0, null), { bytes: 25_000_000, seconds: 2 });
  expect(short.map(({ durationMs }) => durationMs <= 2_000)).toEqual(short.map(() => true));
  expect(short.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBeGreaterThan(7_500);
});

test.each([
  ["a segment whose beginning never came", async () => (await partsOf("chrome-webm/segment-0")).with(0, "/nowhere")],
  ["bytes that are no recording", async () => [join(MEDIA, "speech.wav")]],
  ["nothing", async () => []],
  ["a recording without sound", async () => partsOf("phone-turned-webm")],
])("%s gives no piece and no error", async (_, parts) => {
  expect(await cutOne(await parts(), span(0, 2_000))).toEqual([]);
});

test("a segment that is not there and a moment after its end give nothing", async () => {
  const parts = await partsOf("chrome-webm/segment-0");
  expect(await cutAnswers([], [span(0, 1_000)], out)).toEqual([[]]);
  expect(await cutOne(parts, span(60_000, 5_000))).toEqual([]);
});

test("the finished file of a recording can be cut as well as its parts", async () => {
  const joined = join(out, "joined");
  await joinSegments([await partsOf("chrome-webm/segment-0"), await partsOf("chrome-webm/segment-1")], joined);
  const [piece] = await cutOne([joined], span(7_000, 2_000));
  expect(Math.abs((piece?.durationMs ?? 0) - 2_000)).toBeLessThan(150);
});

test.each(["chrome-webm/segment-0", "safari-like-mp4", "chrome-mkv-h264", "ogg-opus"])(
  "an answer is found behind a recorder of %s that was begun anew in the middle of a part",
  async (kind) => {
    const once = await Promise.all((await partsOf(kind)).map((path) => readFile(path)));
    const path = join(out, "begun-anew");
    await writeFile(path, Buffer.concat([...once, ...once]));
    const { durationSeconds } = await joinSegments([[path]], join(out, "joined"));
    const lengthMs = (durationSeconds / 2) * 1000;
    const [first] = await cutOne([path], span(1_000, 1_000));
    const [again] = await cutOne([path], span(lengthMs + 1_000, 1_000));
    expect(again?.durationMs).toBeGreaterThan(800);
    const heard = async (piece?: AudioPiece) =>
      piece ? (await listen(piece.path)).packets.map(({ data }) => data) : [];
    const [sound, same] = [await heard(first), await heard(again)];
    expect(same.filter((data) => sound.includes(data)).length).toBeGreaterThan(same.length - 4);
  },
);

test("a long recording is looked through once for where its recorder began, and only what lies around the answers is read again", async () => {
  const minutes = 10;
  const long = await longRecording(minutes * 60);
  const counted = countingReads();
  try {
    const spans = [span(60_000, 20_000), span(300_000, 20_000), span(570_000, 20_000)];
    const answers = await cutAnswers([{ index: 0, parts: long.parts }], spans, out);
    for (const [index, pieces] of answers.entries()) {
      expect(pieces, `answer ${index}`).toHaveLength(1);
      expect(Math.abs((pieces[0]?.durationMs ?? 0) - 20_000)).toBeLessThan(200);
    }
    expect(long.bytes).toBeGreaterThan(30_000_000);
    expect(counted.bytes()).toBeGreaterThanOrEqual(long.bytes);
    expect(counted.bytes()).toBeLessThan(long.bytes * 1.5);
    expect(counted.largestRead()).toBeLessThanOrEqual(8 * 1024 ** 2);
  } finally {
    counted.stop();
  }
});

/** Real clusters again and again, each with the time it would have had: what a browser uploads, in parts of a quarter of a megabyte. */
async function longRecording(seconds: number): Promise<{ parts: string[]; bytes: number }> {
  const segment = Buffer.concat(
    await Promise.all((await partsOf("chrome-webm/segment-0")).map((path) => readFile(path))),
  );
  const starts: number[] = [];
  for (let at = 0; at < segment.length; at++) if (clusterAt(segment, at)) starts.push(at);
  const clusters = starts.slice(0, -1).map((start, index) => segment.subarray(start, starts[index + 1]));
  const timeOf = (cluster: Buffer) => {
    const timestamp = readElement(cluster, 12);
    return timestamp ? cluster.readUIntBE(timestamp.dataStart, timestamp.end - timestamp.dataStart) : 0;
  };
  const lengthMs = segmentLengthMs(segment, starts.at(-1) ?? 0);
  const chunks: Buffer[] = [segment.subarray(0, starts[0])];
  for (let startMs = 0; startMs < seconds * 1000; startMs += lengthMs) {
    for (const cluster of clusters) {
      const timestamp = readElement(cluster, 12);
      const header = Buffer.from([
        0x1f, 0x43, 0xb6, 0x75, 1, 255, 255, 255, 255, 255, 255, 255, 0xe7, 0x84, 0, 0, 0, 0,
      ]);
      header.writeUInt32BE(startMs + timeOf(cluster), 14);
      chunks.push(header, cluster.subarray(timestamp?.end ?? 0));
    }
  }
  const all = Buffer.concat(chunks);
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += 256 * 1024) {
    const path = join(out, `part-${String(parts.length).padStart(6, "0")}`);
    await writeFile(path, all.subarray(at, at + 256 * 1024));
    parts.push(path);
  }
  return { parts, bytes: all.length };
}

/** When the last cluster begins: that long is what is repeated. */
function segmentLengthMs(segment: Buffer, lastCluster: number): number {
  const timestamp = readElement(segment, lastCluster + 12);
  return timestamp ? segment.readUIntBE(timestamp.dataStart, timestamp.end - timestamp.dataStart) : 0;
}

/** Counts what is read from files by handle, in this process. */
function countingReads() {
  const original = fs.readSync;
  let bytes = 0;
  let largest = 0;
  fs.readSync = ((...args: Parameters<typeof original>) => {
    const count = original(...args);
    bytes += count;
    largest = Math.max(largest, count);
    return count;
  }) as typeof original;
  syncBuiltinESMExports();
  return {
    bytes: () => bytes,
    largestRead: () => largest,
    stop: () => {
      fs.readSync = original;
      syncBuiltinESMExports();
    },
  };
}

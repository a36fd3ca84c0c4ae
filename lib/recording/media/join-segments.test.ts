import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EncodedPacket, EncodedPacketSink, FilePathSource, Input } from "mediabunny";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { READABLE_FORMATS } from "./container.ts";
import { JoinError } from "./join-error.ts";
import { type JoinedRecording, joinSegments as joinBy } from "./join-segments.ts";
import type { PartFiles } from "./parts-source.ts";
import { inspectSegment } from "./segment-media.ts";
import { writeRecording } from "./write-recording.ts";

const MEDIA = new URL("../../../e2e/fixtures/media/", import.meta.url).pathname;

let folder: string;
let output: string;
let webm: [string[], string[]];
let mkv: string[];
let vp9Mp4: string[];
let safariMp4: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "join-segments-"));
  output = join(folder, "joined");
  webm = [await partsOf("chrome-webm/segment-0"), await partsOf("chrome-webm/segment-1")];
  mkv = await partsOf("chrome-mkv-h264");
  vp9Mp4 = await partsOf("chrome-mp4");
  safariMp4 = await partsOf("safari-like-mp4");
});
afterAll(() => rm(folder, { recursive: true }));

/** Both ways of copying do the same; the second only where there is an ffmpeg. */
describe.each(["mediabunny", "fastest"] as const)("the %s way", (way) => {
  const joinSegments = (segments: readonly PartFiles[], path: string): Promise<JoinedRecording> =>
    joinBy(segments, path, { way });

  describe("recordings of every kind become one seekable file", () => {
    const kinds: [what: string, segments: () => string[][], container: string, mimeType: string, seconds: number][] = [
      ["Chromium's WebM", () => webm, "webm", 'video/webm; codecs="vp8, opus"', 7.999 + 7.986],
      ["one segment of it", () => [webm[1]], "webm", 'video/webm; codecs="vp8, opus"', 7.986],
      ["Chromium's Matroska", () => [mkv, mkv], "mkv", 'video/x-matroska; codecs="avc1.42c020, opus"', 2 * 7.994],
      [
        "Chromium's MP4",
        () => [vp9Mp4, vp9Mp4],
        "mp4",
        'video/mp4; codecs="vp09.00.00.08.00.06.06.06.00, opus"',
        2 * 7.982,
      ],
      ["Safari's MP4", () => [safariMp4, safariMp4], "mp4", 'video/mp4; codecs="avc1.42c01e, mp4a.40.2"', 2 * 8.046],
    ];
    it.each(kinds)("%s", async (_what, segments, container, mimeType, seconds) => {
      const joined = await joinSegments(segments(), output);
      const file = await readFile(output);
      expect(joined).toMatchObject({ container, mimeType, hasVideo: true, hasAudio: true, warnings: [] });
      expect(joined.sizeBytes).toBe(file.byteLength);
      expect(joined.sha256).toBe(createHash("sha256").update(file).digest("hex"));
      expect(Math.abs(joined.durationSeconds - seconds)).toBeLessThan(0.2);

      const read = await readRecording(output);
      expect(read.headerSeconds).toBeCloseTo(joined.durationSeconds, 1);
      for (const [kind, packets] of [
        ["video", read.video],
        ["audio", read.audio],
      ] as const) {
        const expected = await countPackets(segments(), kind);
        expect(packets.length, `${kind} packets`).toBeGreaterThanOrEqual(expected);
        expect(isMonotonic(packets), `${kind} times rise`).toBe(true);
        expect(packets[0]?.type).toBe("key");
      }
      expect(Math.min(read.video[0]?.timestamp ?? -1, read.audio[0]?.timestamp ?? -1)).toBe(0);
    });
  });

  it("copies every packet's bytes and keeps sound and picture in step", async () => {
    await joinSegments(webm, output);
    const joined = await readRecording(output);
    const originals = [await readParts(webm[0]), await readParts(webm[1])];
    expect(hashOf(joined.video)).toBe(hashOf(originals.flatMap(({ video }) => video)));
    const spoken = joined.audio.filter(({ data }) => data.byteLength > 3);
    expect(hashOf(spoken)).toBe(hashOf(originals.flatMap(({ audio }) => audio)));

    const [first, second] = originals;
    const lag = (media?: Media) => (media?.video[0]?.timestamp ?? 0) - (media?.audio[0]?.timestamp ?? 0);
    expect(lag(joined)).toBeCloseTo(lag(first), 3);
    const atJoint = { video: joined.video.slice(first?.video.length), audio: spoken.slice(first?.audio.length) };
    expect((atJoint.video[0]?.timestamp ?? 0) - (atJoint.audio[0]?.timestamp ?? 0)).toBeCloseTo(lag(second), 3);
  });

  it("says where each segment begins and how long it is", async () => {
    const { segments } = await joinSegments(webm, output);
    expect(segments).toEqual([
      { startMs: 0, durationMs: 7999 },
      { startMs: 7999, durationMs: 7986 },
    ]);
  });

  it("writes an index, so a jump to the end reads only a little of a long file", async () => {
    await joinSegments(Array.from({ length: 8 }, () => webm).flat(), output);
    const source = new FilePathSource(output);
    let bytesRead = 0;
    source.on("read", ({ start, end }) => {
      bytesRead += end - start;
    });
    const input = new Input({ source, formats: READABLE_FORMATS });
    const track = await input.getPrimaryVideoTrack();
    expect(track).not.toBeNull();
    const packet = track && (await new EncodedPacketSink(track).getKeyPacket(120));
    input.dispose();
    expect(packet?.timestamp).toBeGreaterThan(116);
    expect(bytesRead).toBeLessThan((await readFile(output)).byteLength / 4);
  });

  describe("a recording that was cut off", () => {
    it("keeps everything up to the last whole frame when the last slices never came", async () => {
      const joined = await joinSegments([webm[0].slice(0, 4)], output);
      expect(joined.durationSeconds).toBeGreaterThan(3.9);
      expect(joined.warnings).toEqual([]);
    });

    it.each([
      ["WebM", () => webm[0]],
      ["Matroska", () => mkv],
      ["MP4", () => safariMp4],
    ])("keeps all but the cut frame of %s, wherever the cut falls", async (_what, parts) => {
      const copies = join(folder, "cut");
      await rm(copies, { recursive: true, force: true });
      await cp(join(parts()[0] ?? "", ".."), copies, { recursive: true });
      const cut = (await readdir(copies)).sort().map((name) => join(copies, name));
      const lastPart = cut.at(-1) ?? "";
      for (const bytesLeft of [50_000, 20_001, 3_000, 1, 0]) {
        await truncate(lastPart, bytesLeft);
        const { durationSeconds } = await joinSegments([cut], output);
        expect(durationSeconds, `${bytesLeft} bytes left`).toBeGreaterThan(bytesLeft > 20_001 ? 7.2 : 6.5);
      }
    });
  });

  describe("what can't be read is left out and named", () => {
    it("goes on without a segment that has no parts, no first part, or only garbage", async () => {
      const garbage = join(folder, "garbage");
      await writeFile(garbage, Buffer.alloc(50_000, "not a video"));
      const missing = join(folder, "never-arrived");
      const bare = join(folder, "empty");
      await writeFile(bare, "");
      const withoutFirst: PartFiles = [1, ...webm[0].slice(1)];
      const laterBytesOnly = webm[0].slice(1);
      const given = [[], webm[0], withoutFirst, [missing], [garbage], [bare], laterBytesOnly, webm[1]];
      const joined = await joinSegments(given, output);
      const places = joined.segments.map((place) => place?.startMs ?? null);
      expect(places).toEqual([null, 0, null, null, null, null, null, 7999]);
      expect(joined.warnings.map(({ segment, code }) => `${segment} ${code}`)).toEqual(
        [0, 2, 3, 4, 5, 6].map((segment) => `${segment} unreadable`),
      );
    });

    it("says so when nothing at all can be played", async () => {
      for (const given of [[], [[]], [[1]], [webm[0].slice(1)]]) {
        const failure = await joinSegments(given, output).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(JoinError);
        expect(failure).toMatchObject({ code: "nothing_readable" });
      }
    });

    it("puts the way of recording that has the most time first, and the others into files beside it", async () => {
      const joined = await joinSegments([vp9Mp4.slice(0, 2), webm[0], safariMp4, webm[1]], output);
      expect(joined).toMatchObject({ container: "webm", mimeType: 'video/webm; codecs="vp8, opus"' });
      expect(joined.segments.map((place) => place?.startMs ?? null)).toEqual([null, 0, null, 7999]);
      expect(joined.warnings).toMatchObject([
        { segment: 0, code: "incompatible" },
        { segment: 2, code: "incompatible" },
      ]);
      expect(joined.sideFiles).toMatchObject([
        {
          path: `${output}-2`,
          container: "mp4",
          segments: [{ index: 2, startMs: 0 }],
          startMs: 7999,
          durationSeconds: expect.closeTo(8.05, 1),
        },
        {
          path: `${output}-3`,
          container: "mp4",
          segments: [{ index: 0, startMs: 0 }],
          startMs: 0,
          durationSeconds: expect.closeTo(7.98, 1),
        },
      ]);
      for (const { path, sha256, durationSeconds } of joined.sideFiles) {
        expect(
          createHash("sha256")
            .update(await readFile(path))
            .digest("hex"),
        ).toBe(sha256);
        expect((await readRecording(path)).headerSeconds).toBeCloseTo(durationSeconds, 1);
      }
    });

    it("takes a failing disk for a failure, not for the end of the recording", async () => {
      const unreadable = [...webm[0].slice(0, 3), folder];
      await expect(joinSegments([unreadable], output)).rejects.toThrow("EISDIR");
    });
  });

  describe("a missing part costs itself, and what can't be shown until the next key frame", () => {
    /** Each part is about a second. Chromium's key frames here are five seconds apart, the others one. */
    const kinds: [what: string, parts: () => string[], keyFrameSeconds: number][] = [
      ["WebM", () => webm[0], 5.05],
      ["Matroska", () => mkv, 5.05],
      ["MP4", () => safariMp4, 1],
    ];
    it.each(kinds)("in %s, wherever it is", async (_what, parts, keyFrameSeconds) => {
      await joinBy([parts()], output, { way: "mediabunny" }); // ffmpeg packs H.264 in another way

      const whole = await readRecording(output);
      for (let missing = 1; missing < parts().length - 1; missing++) {
        const joined = await joinSegments([parts().map((path, seq) => (seq === missing ? 1 : path)), parts()], output);
        expect(joined.warnings).toMatchObject([{ segment: 0, code: "part_missing" }]);
        const [gap, ...others] = joined.gaps;
        expect(others).toEqual([]);
        expect(gap).toMatchObject({ segment: 0, missingParts: [[missing, missing]] });
        const { atSeconds = 0, seconds } = gap ?? {};
        // A part ends in the middle of a frame and begins in the middle of another.
        const nextKeyFrame = Math.ceil((missing + 1) / keyFrameSeconds) * keyFrameSeconds;
        expect(atSeconds, `part ${missing} gone`).toBeGreaterThan(missing - 0.2);
        if (nextKeyFrame < 7.5) expect(seconds, `part ${missing} gone`).toBeLessThan(nextKeyFrame - missing + 0.3);

        const length = joined.segments[0]?.durationMs ?? 0;
        const holed = await readRecording(output, length / 1000);
        const backAt = atSeconds + (seconds ?? Number.NaN);
        for (const kind of ["video", "audio"] as const) {
          const kept = whole[kind].filter(({ timestamp }) => timestamp < atSeconds - 0.5 || timestamp > backAt + 0.05);
          const present = new Set(holed[kind].map(nameOf));
          const lost = kept.filter((packet) => !present.has(nameOf(packet)));
          expect(
            lost.map(({ timestamp }) => timestamp),
            `${kind} without part ${missing}`,
          ).toEqual([]);
          expect(isMonotonic(holed[kind])).toBe(true);
        }
        expect(holed.video.find(({ timestamp }) => timestamp > atSeconds)?.type ?? "key").toBe("key");
        expect(Math.abs(length / 1000 - (whole.headerSeconds ?? 0))).toBeLessThan(0.3);
        expect(joined.segments[1]?.startMs).toBe(length);
      }
    });

    it("goes on after several holes", async () => {
      const parts = webm[0].map((path, seq) => ([2, 5].includes(seq) ? 1 : path));
      const joined = await joinSegments([parts, webm[1]], output);
      expect(joined.gaps.flatMap(({ missingParts }) => missingParts)).toEqual([
        [2, 2],
        [5, 5],
      ]);
      expect(joined.durationSeconds).toBeCloseTo(7.999 + 7.986, 0);
    });

    it("flags a missing end, though nothing tells how long it was", async () => {
      const joined = await joinSegments([[...webm[0].slice(0, 5), 3], webm[1]], output);
      expect(joined.gaps).toMatchObject([{ segment: 0, missingParts: [[5, 7]], seconds: null }]);
      expect(joined.gaps[0]?.atSeconds).toBeCloseTo((joined.segments[1]?.startMs ?? 0) / 1000, 2);
    });

    it("loses a segment whose first part is withheld, and only that", async () => {
      const joined = await joinSegments([webm[0], [1, ...webm[0].slice(1)], webm[1]], output);
      expect(joined.gaps).toEqual([{ segment: 1, missingParts: [[0, 0]], atSeconds: 7.999, seconds: null }]);
      expect(joined.segments.map((place) => place?.startMs ?? null)).toEqual([0, null, 7999]);
    });
  });

  it("goes on in the same file when the phone is turned", async () => {
    const turned = await partsOf("phone-turned-webm");
    const joined = await joinSegments([webm[0], turned, webm[1]], output);
    expect(joined.warnings).toEqual([]);
    expect(joined.segments.map((place) => place?.startMs)).toEqual([0, 7999, 8999]);
  });

  describe("sound alone, picture alone", () => {
    it.each([
      ["audio", { hasVideo: false, hasAudio: true, mimeType: 'audio/webm; codecs="opus"' }],
      ["video", { hasVideo: true, hasAudio: false, mimeType: 'video/webm; codecs="vp8"' }],
    ] as const)("joins segments of %s only", async (kind, expected) => {
      const single = await onlyTrack(kind, webm[0], join(folder, `only-${kind}`));
      const joined = await joinSegments([[single], [single]], output);
      expect(joined).toMatchObject({ ...expected, container: "webm", warnings: [] });
      expect(joined.durationSeconds).toBeGreaterThan(15.7);
      const [first] = (await readRecording(output))[kind];
      expect(first?.timestamp).toBe(0);
    });

    it("fills a segment without a microphone with silence, so that the sound after it is in time", async () => {
      const silent = await onlyTrack("video", webm[0], join(folder, "no-microphone"));
      const joined = await joinSegments([[silent], webm[1], [silent]], output);
      expect(joined).toMatchObject({ hasVideo: true, hasAudio: true, warnings: [] });
      const { audio } = await readRecording(output);
      const gaps = audio.map((packet, index) => packet.timestamp - (audio[index - 1]?.timestamp ?? 0));
      expect(Math.max(...gaps)).toBeLessThan(0.2);
      const spoken = audio.filter(({ data }) => data.byteLength > 3);
      const startMs = joined.segments[1]?.startMs ?? 0;
      expect(spoken[0]?.timestamp).toBeCloseTo(startMs / 1000, 1);
    });

    it("goes on through a segment without a camera", async () => {
      const blind = await onlyTrack("audio", webm[0], join(folder, "no-camera"));
      const joined = await joinSegments([webm[0], [blind], webm[1]], output);
      expect(joined).toMatchObject({ hasVideo: true, hasAudio: true, warnings: [] });
      expect(joined.durationSeconds).toBeCloseTo(7.999 + 7.98 + 7.986, 0);
    });
  });
});

type Media = { video: EncodedPacket[]; audio: EncodedPacket[] };

async function partsOf(name: string): Promise<string[]> {
  return (await readdir(join(MEDIA, name))).sort().map((part) => join(MEDIA, name, part));
}

/** @param untilSeconds leaves out what begins later */
async function readRecording(
  path: string,
  untilSeconds = Number.POSITIVE_INFINITY,
): Promise<Media & { headerSeconds: number | null }> {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  const media: Media = { video: [], audio: [] };
  for (const track of await input.getTracks()) {
    const packets = track.type === "video" ? media.video : media.audio;
    for await (const packet of new EncodedPacketSink(track).packets()) {
      if (packet.timestamp < untilSeconds) packets.push(packet);
    }
  }
  const headerSeconds = await input.getDurationFromMetadata();
  input.dispose();
  return { ...media, headerSeconds };
}

/** The parts of one segment, put together the plain way. */
async function readParts(parts: string[]): Promise<Media> {
  const whole = join(folder, "concatenated");
  await writeFile(whole, Buffer.concat(await Promise.all(parts.map((part) => readFile(part)))));
  return readRecording(whole);
}

async function countPackets(segments: string[][], kind: keyof Media): Promise<number> {
  let count = 0;
  for (const parts of segments) count += (await readParts(parts))[kind].length;
  return count;
}

/** A copy of a segment with one of its tracks. */
async function onlyTrack(kind: "video" | "audio", parts: string[], path: string): Promise<string> {
  const media = await inspectSegment(parts);
  if (!media) throw new Error("the fixture can't be read");
  await writeRecording(path, "webm", [{ ...media, [kind === "video" ? "audio" : "video"]: null }]);
  return path;
}

function isMonotonic(packets: EncodedPacket[]): boolean {
  return packets.every((packet, index) => index === 0 || packet.timestamp > (packets[index - 1]?.timestamp ?? 0));
}

/** Tells a packet by its bytes and its time, within what containers round. */
const nameOf = (packet: EncodedPacket) => `${hashOf([packet])} ${packet.timestamp.toFixed(2)}`;

function hashOf(packets: EncodedPacket[]): string {
  const hash = createHash("sha256");
  for (const { data } of packets) hash.update(data);
  return hash.digest("hex");
}

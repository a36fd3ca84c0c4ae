import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  BufferSource,
  BufferTarget,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  Output,
  WebMOutputFormat,
} from "mediabunny";
import { expect, it } from "vitest";
import { READABLE_FORMATS } from "./container.ts";
import { addOutputTracks, type OutputTrack } from "./output-track.ts";
import { inspectSegment, type Kind } from "./segment-media.ts";

const SEGMENT = new URL("../../../e2e/fixtures/media/chrome-webm/segment-0/", import.meta.url).pathname;

/** Writes a WebM file through tracks and gives back its packets of one kind, as [seconds, type]. */
async function written(kind: Kind, write: (track: (kind: Kind) => OutputTrack) => Promise<void>) {
  const media = await inspectSegment((await readdir(SEGMENT)).sort().map((name) => join(SEGMENT, name)));
  if (!media) throw new Error("the fixture can't be read");
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const tracks = addOutputTracks(output, [media]);
  await output.start();
  await write((wanted) => tracks.find((track) => track.kind === wanted) ?? expect.fail(`there is no ${wanted} track`));
  await output.finalize();

  const input = new Input({ source: new BufferSource(target.buffer ?? new ArrayBuffer()), formats: READABLE_FORMATS });
  const [track] = (await input.getTracks()).filter(({ type }) => type === kind);
  const packets: [number, string][] = [];
  if (track)
    for await (const { timestamp, type } of new EncodedPacketSink(track).packets()) packets.push([timestamp, type]);
  return packets;
}

const packet = (seconds: number, type: "key" | "delta") => new EncodedPacket(new Uint8Array(9), type, seconds, 0.05);

it("keeps packets whose times go backwards, in the order they came", async () => {
  const packets = await written("video", async (track) => {
    const times: [number, "key" | "delta"][] = [
      [0, "key"],
      [1, "delta"],
      [2, "key"],
      [0.5, "delta"],
      [1.5, "key"],
      [3, "key"],
    ];
    for (const [seconds, type] of times) await track("video").write(packet(seconds, type));
  });
  expect(packets).toEqual([
    [0, "key"],
    [1, "delta"],
    [2, "key"],
    [1, "delta"],
    [1.5, "delta"],
    [3, "key"],
  ]);
});

it("fills sound with silence up to the picture, but not over a jump that only damage explains", async () => {
  const packets = await written("audio", async (track) => {
    await track("video").write(packet(0, "key"));
    await track("audio").fillUntil(1.01);
    await track("audio").fillUntil(1_000_000);
    await track("audio").fillUntil(1_000_000.11);
  });
  expect(packets.filter(([seconds]) => seconds < 2)).toHaveLength(50);
  expect(packets.filter(([seconds]) => seconds > 2)).toHaveLength(5);
});

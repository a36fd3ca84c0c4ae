import { writeFile } from "node:fs/promises";
import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  FilePathSource,
  FilePathTarget,
  Input,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";
import { READABLE_FORMATS } from "../../recording/media/container.ts";
import { bytesOf, fixtureFiles } from "../media/parts.ts";

type Damage = {
  /** Packets at these seconds are not written. */
  leaveOut?: (seconds: number) => boolean;
  damage?: (data: Uint8Array, seconds: number) => Uint8Array;
  /** How often it is said, one after the other. */
  times?: number;
};

const FIXTURES = { opus: "chrome-webm/segment-0", aac: "safari-like-mp4" } as const;

/** Writes what browsers recorded of speech.wav as the sound file of an answer: packet by packet. @returns the path */
export async function writeSound(path: string, codec: "opus" | "aac", how: Damage = {}): Promise<string> {
  const { leaveOut, damage, times = 1 } = how;
  await writeFile(`${path}.recorded`, await bytesOf(await fixtureFiles(FIXTURES[codec])));
  const input = new Input({ source: new FilePathSource(`${path}.recorded`), formats: READABLE_FORMATS });
  const [track] = await input.getAudioTracks();
  if (!track) throw new Error("the fixture has no sound");
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
  const format = codec === "opus" ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false });
  const output = new Output({ format, target: new FilePathTarget(path) });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  for (let round = 0, begin = 0; round < times; round++) {
    let end = begin;
    for await (const packet of new EncodedPacketSink(track).packets()) {
      const timestamp = begin + Math.max(0, packet.timestamp);
      end = timestamp + packet.duration;
      if (leaveOut?.(timestamp)) continue;
      const data = damage?.(packet.data, timestamp) ?? packet.data;
      await source.add(packet.clone({ timestamp, data }), decoderConfig ? { decoderConfig } : {});
    }
    begin = end;
  }
  await output.finalize();
  input.dispose();
  return path;
}

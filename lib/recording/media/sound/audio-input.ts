import { type EncodedPacket, EncodedPacketSink, Input, type InputAudioTrack } from "mediabunny";
import { READABLE_FORMATS } from "../container.ts";
import { type PartsStretch, partsSource } from "../parts-source.ts";
import { unlessDamaged } from "../segment-media.ts";

/** Opens a stretch of a recording for as long as `use` takes. */
export async function withInput<T>(stretch: PartsStretch, use: (input: Input) => Promise<T>): Promise<T> {
  const input = new Input({ source: partsSource(stretch), formats: READABLE_FORMATS });
  try {
    return await use(input);
  } finally {
    input.dispose();
  }
}

export async function audioTrack(input: Input): Promise<InputAudioTrack | null> {
  return (await input.getAudioTracks())[0] ?? null;
}

/** The packets of its sound in order, from the one that sounds at a moment, or the first. */
export async function* packetsOf(input: Input, nearSeconds: number): AsyncGenerator<EncodedPacket, void> {
  const track = await audioTrack(input);
  if (!track) return;
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getKeyPacket(nearSeconds)) ?? (await sink.getFirstPacket());
  if (first) yield* sink.packets(first);
}

/** Where the bytes become unreadable, the sound ends. */
export async function* readable(packets: AsyncGenerator<EncodedPacket, void>): AsyncGenerator<EncodedPacket, void> {
  for (;;) {
    const next = await unlessDamaged(packets.next());
    if (!next || next.done) return;
    yield next.value;
  }
}

/** When its sound begins, on the clock of its packets; null without one. */
export async function firstAudioSeconds(input: Input): Promise<number | null> {
  const track = await audioTrack(input);
  const packet = track && (await new EncodedPacketSink(track).getFirstPacket({ metadataOnly: true }));
  return packet?.timestamp ?? null;
}

/** When the earliest packet of any kind begins. */
export async function firstSeconds(input: Input): Promise<number> {
  const tracks = [...(await input.getVideoTracks()), ...(await input.getAudioTracks())];
  const times = await Promise.all(tracks.map((track) => track.getFirstTimestamp()));
  return Math.min(...times.filter(Number.isFinite));
}

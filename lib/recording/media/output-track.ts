import { EncodedAudioPacketSource, type EncodedPacket, EncodedVideoPacketSource, type Output } from "mediabunny";
import { SILENT_FRAME_SECONDS, silentOpusPacket } from "./opus-silence.ts";
import type { AudioTrack, Kind, SegmentMedia, VideoTrack } from "./segment-media.ts";

/** Pictures come many times a second. A longer jump is a damaged time, and filling it could fill the disk. */
const LONGEST_STEP_SECONDS = 60;

/** A track of the file being written. */
export type OutputTrack = {
  kind: Kind;
  /** Writes a packet whose time is the file's. Packets come in decode order. */
  write(packet: EncodedPacket): Promise<void>;
  /**
   * Fills the track with silence up to a moment, where its codec allows it: for a microphone that was unplugged, or a sound track that
   * stopped before its picture. Players that count samples stay in step, and the file's writer, which waits for packets of both kinds, has
   * no reason to hold the picture in memory.
   */
  fillUntil(seconds: number): Promise<void>;
};

/** One track for each kind that any segment has, described to the file beforehand so that it may begin late or pause. */
export function addOutputTracks(output: Output, segments: readonly SegmentMedia[]): OutputTrack[] {
  const video = segments.find((segment) => segment.video)?.video;
  const audio = segments.find((segment) => segment.audio)?.audio;
  return [...(video ? [addVideoTrack(output, video)] : []), ...(audio ? [addAudioTrack(output, audio)] : [])];
}

function addVideoTrack(output: Output, { codec, decoderConfig, keyPacket, matrix }: VideoTrack): OutputTrack {
  const source = new EncodedVideoPacketSource(codec);
  const turned = matrix ? { transformationMatrix: matrix } : {};
  output.addVideoTrack(source, { decoderConfig, primingPacket: keyPacket, ...turned });
  const write = inOrder((packet) => source.add(packet, { decoderConfig }));
  return { kind: "video", write, fillUntil: async () => {} };
}

function addAudioTrack(output: Output, { codec, decoderConfig }: AudioTrack): OutputTrack {
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source, { decoderConfig });
  const writeInOrder = inOrder((packet) => source.add(packet, { decoderConfig }));
  let endSeconds = 0;

  async function write(packet: EncodedPacket): Promise<void> {
    await writeInOrder(packet);
    endSeconds = packet.timestamp + packet.duration;
  }

  async function fillUntil(seconds: number): Promise<void> {
    if (seconds - endSeconds > LONGEST_STEP_SECONDS) endSeconds = seconds;
    while (endSeconds + SILENT_FRAME_SECONDS <= seconds) await write(silentOpusPacket(endSeconds));
  }

  return { kind: "audio", write, fillUntil: codec === "opus" ? fillUntil : async () => {} };
}

/**
 * The formats refuse a packet that is earlier than the group of pictures it comes in. Odd and damaged recordings have such packets: they are
 * kept, moved to where that group begins, and no longer count as key packets.
 */
function inOrder(add: (packet: EncodedPacket) => Promise<void>): (packet: EncodedPacket) => Promise<void> {
  let latest = Number.NEGATIVE_INFINITY;
  let latestBeforeGroup = Number.NEGATIVE_INFINITY;
  return async (packet) => {
    const type = packet.timestamp < latest ? "delta" : packet.type;
    if (type === "key") latestBeforeGroup = latest;
    const timestamp = Math.max(packet.timestamp, latestBeforeGroup);
    latest = Math.max(latest, timestamp);
    await add(packet.clone({ type, timestamp }));
  };
}

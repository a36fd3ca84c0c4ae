import { EncodedPacket } from "mediabunny";

export const SILENT_FRAME_SECONDS = 0.02;
/** One frame of digital silence: full band, 20 ms, one channel; a stereo decoder takes it too (RFC 6716 §3.1). */
const FRAME = new Uint8Array([0xf8, 0xff, 0xfe]);

/** An Opus packet of silence, 20 ms long. */
export function silentOpusPacket(timestampSeconds: number): EncodedPacket {
  return new EncodedPacket(FRAME, "key", timestampSeconds, SILENT_FRAME_SECONDS);
}

import type { EncodedPacket } from "mediabunny";
import { packetsOf, readable, withInput } from "./audio-input.ts";
import { startingBefore } from "./find-moment.ts";
import type { SegmentAudio } from "./open-audio.ts";

/**
 * Gives the packets that sound between two moments of the segment's time, in order, of one start of its recorder. What cannot be read, or never came, is left out: the
 * packets tell their own time.
 */
export async function visitAudio(
  audio: SegmentAudio,
  fromSeconds: number,
  toSeconds: number,
  visit: (packet: EncodedPacket, atSeconds: number) => Promise<void>,
): Promise<void> {
  const [from, to] = [Math.max(0, fromSeconds - audio.startSeconds), toSeconds - audio.startSeconds];
  for (const stretch of audio.stretches) {
    const window = await startingBefore(audio, stretch, from);
    if (!window) continue;
    const reachedEnd = await withInput(window, async (input) => {
      for await (const packet of readable(packetsOf(input, from + audio.zeroSeconds))) {
        const atSeconds = packet.timestamp - audio.zeroSeconds;
        if (atSeconds >= to) return true;
        if (atSeconds + packet.duration > from) await visit(packet, atSeconds + audio.startSeconds);
      }
      return false;
    });
    if (reachedEnd) return;
  }
}

import { EncodedPacketSink, FilePathSource, Input, type TransformationMatrix } from "mediabunny";
import { event, type Happened } from "../../words/happened.ts";
import { READABLE_FORMATS } from "./container.ts";
import { type Kind, linearPart } from "./segment-media.ts";

/** Formats round times: Matroska to milliseconds, and a last packet's duration is an estimate. */
const TOLERANCE_SECONDS = 0.25;

const IDENTITY: TransformationMatrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/**
 * Opens a finished file as a player would and says what is wrong with it, or null when nothing is: the length stands in its header, each
 * track is there, the picture is turned as it was, and a jump into the middle and to the end finds something to begin with.
 */
export async function findFault(
  path: string,
  expected: { durationSeconds: number; kinds: readonly Kind[]; matrix?: TransformationMatrix | null },
): Promise<Happened | null> {
  const input = new Input({ source: new FilePathSource(path), formats: READABLE_FORMATS });
  try {
    const seconds = await input.getDurationFromMetadata();
    if (seconds === null) return event("recording_not_verified:no_length");
    if (seconds <= 0 || Math.abs(seconds - expected.durationSeconds) > TOLERANCE_SECONDS) {
      return event("recording_not_verified:length", { said: seconds, written: expected.durationSeconds });
    }
    const tracks = await input.getTracks();
    const kinds = tracks.map(({ type }) => type).sort();
    if (kinds.join() !== [...expected.kinds].sort().join()) {
      return event("recording_not_verified:tracks", { tracks: kinds.join() });
    }
    const matrix = await (await input.getPrimaryVideoTrack())?.getTransformationMatrix();
    if (matrix && linearPart(matrix).join() !== linearPart(expected.matrix ?? IDENTITY).join()) {
      return event("recording_not_verified:turn");
    }
    for (const track of tracks) {
      const sink = new EncodedPacketSink(track);
      // A microphone may have been allowed late.
      const middle = Math.max(seconds / 2, await track.getFirstTimestamp());
      for (const moment of [middle, seconds]) {
        const packet = await sink.getKeyPacket(moment, { verifyKeyPackets: true });
        if (!packet?.byteLength) return event("recording_not_verified:moment", { track: track.type, at: moment });
      }
    }
    return null;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return event("recording_not_verified:reader", { fault });
  } finally {
    input.dispose();
  }
}

import type { RecordingConfig } from "../../contract/interview.ts";
import { CHOSEN_BY_CANDIDATE, type RoomRecording } from "../../domain/room-recording.ts";
import { containerOf, pickMimeType } from "../recorder/mime-type.ts";
import { videoLimits } from "../recorder/quality.ts";
import type { SegmentOptions } from "../recorder/start-segment.ts";
import type { RecordingChoice } from "./room-state.ts";

export type RecordingPlan = {
  /** Told to the server when the session starts. */
  config: RecordingConfig;
  /** Null: nothing is recorded, because nobody wants it, the candidate types or the browser cannot. */
  source: { stream: MediaStream; options: SegmentOptions } | null;
};

/**
 * How this browser records what was chosen, and how that is told to the server.
 * @param wanted of this session: what is not wanted is not recorded, whatever devices are on
 * @param stream the devices that are on
 */
export function planRecording(
  choice: RecordingChoice,
  stream: MediaStream | null,
  wanted: RoomRecording,
): RecordingPlan {
  const { format, quality } = wanted;
  const kinds = { audio: choice.audio && wanted.audio, video: choice.video && wanted.video };
  const isSupported = (type: string) => typeof MediaRecorder !== "undefined" && MediaRecorder.isTypeSupported(type);
  const any = kinds.audio || kinds.video;
  const mimeType = stream && any ? pickMimeType({ format, video: kinds.video }, isSupported) : null;
  if (!stream || !mimeType) {
    return { config: { format, quality, audio: false, video: false, ...CHOSEN_BY_CANDIDATE }, source: null };
  }
  const videoBitsPerSecond = kinds.video ? videoLimits(quality).bitsPerSecond : undefined;
  return {
    config: { format: containerOf(mimeType), quality, ...kinds, ...CHOSEN_BY_CANDIDATE },
    source: { stream: withOnly(kinds, stream), options: { mimeType, videoBitsPerSecond } },
  };
}

/** The same stream, or its tracks of these kinds alone. */
function withOnly({ audio, video }: RecordingChoice, stream: MediaStream): MediaStream {
  const wanted = stream.getTracks().filter(({ kind }) => (kind === "audio" ? audio : video));
  return wanted.length === stream.getTracks().length ? stream : new MediaStream(wanted);
}

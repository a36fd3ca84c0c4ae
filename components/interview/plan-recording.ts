import { containerOf, pickMimeType } from "@/lib/client/recorder/mime-type.ts";
import { videoLimits } from "@/lib/client/recorder/quality.ts";
import type { SegmentOptions } from "@/lib/client/recorder/start-segment.ts";
import type { RecordingConfig } from "@/lib/contract/interview.ts";
import type { RecordingChoice } from "./room-state.ts";

/** What the room records in. */
export const ROOM_QUALITY = "HD";

type Plan = {
  /** Told to the server when the session starts. */
  config: RecordingConfig;
  /** Null: nothing is recorded, because the candidate types or the browser cannot. */
  options: SegmentOptions | null;
};

/** How this browser records what was chosen, and how that is told to the server. */
export function planRecording(choice: RecordingChoice, stream: MediaStream | null): Plan {
  const isSupported = (type: string) => typeof MediaRecorder !== "undefined" && MediaRecorder.isTypeSupported(type);
  const mimeType = stream && pickMimeType({ format: "webm", video: choice.video }, isSupported);
  if (!mimeType)
    return { config: { format: "webm", quality: ROOM_QUALITY, audio: false, video: false }, options: null };
  const videoBitsPerSecond = choice.video ? videoLimits(ROOM_QUALITY).bitsPerSecond : undefined;
  return {
    config: { format: containerOf(mimeType), quality: ROOM_QUALITY, ...choice },
    options: { mimeType, videoBitsPerSecond },
  };
}

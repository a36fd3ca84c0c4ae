import { AUDIO_BITS_PER_SECOND } from "../../domain/needed-bitrate.ts";

/** How long the native recorder may take to begin. */
const START_TIMEOUT_MS = 10_000;
/** A recorder that has stalled may not even say that it has stopped. */
const STOP_TIMEOUT_MS = 3_000;
const SLICE_MS = 1_000;
/** A seek in the finished file lands on a keyframe. */
const KEYFRAME_INTERVAL_MS = 2_000;

export type SegmentOptions = {
  mimeType: string;
  /** Without it the recording has no picture. */
  videoBitsPerSecond?: number | undefined;
};

export type SegmentEvents = {
  /** About once a second, never empty, in order; the last one comes before `onEnd`. */
  onSlice(slice: Blob): void;
  /** The native recorder has stopped: by `stop()`, by an error, or because its tracks ended. */
  onEnd(): void;
};

export type RunningSegment = {
  /** What the recorder really writes; it may differ from what was asked for. */
  mimeType: string;
  /** Media time since the segment's beginning, in milliseconds. */
  elapsedMs(): number;
  /** Resolves after the last slice, or when none comes. */
  stop(): Promise<void>;
};

/**
 * Starts one recording of `stream` by RecordRTC, which is loaded here and not before: its module touches `window`.
 * Resolves when the native recorder has begun.
 * @throws Error when it does not begin
 */
export async function startSegment(
  stream: MediaStream,
  { mimeType, videoBitsPerSecond }: SegmentOptions,
  { onSlice, onEnd }: SegmentEvents,
): Promise<RunningSegment> {
  const { default: RecordRTC } = await import("recordrtc");
  const recorder = new RecordRTC(stream, {
    type: "video", // "audio" would make RecordRTC choose a MIME type of its own
    recorderType: RecordRTC.MediaStreamRecorder,
    mimeType,
    timeSlice: SLICE_MS,
    disableLogs: true,
    videoBitsPerSecond,
    audioBitsPerSecond: AUDIO_BITS_PER_SECOND,
    videoKeyFrameIntervalDuration: KEYFRAME_INTERVAL_MS,
    ondataavailable: (slice) => {
      forgetSlices(recorder);
      if (slice.size > 0) onSlice(slice);
    },
  });
  recorder.startRecording();
  const native = recorder.getInternalRecorder()?.getInternalRecorder();
  if (!native) throw new Error("The browser's recorder did not start.");
  native.onerror = null; // RecordRTC's handler would start again with slices of ten minutes; an error ends the segment

  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  native.addEventListener("stop", () => end(), { once: true });
  void ended.then(onEnd);
  await begun(native).catch((error) => {
    if (native.state !== "inactive") native.stop(); // one that begins late would record beside the next
    throw error;
  });
  const startedAt = performance.now();
  return {
    mimeType: native.mimeType || mimeType,
    elapsedMs: () => Math.round(performance.now() - startedAt),
    stop: () => {
      if (native.state !== "inactive") recorder.stopRecording((url) => URL.revokeObjectURL(url));
      setTimeout(end, STOP_TIMEOUT_MS);
      return ended;
    },
  };
}

/** RecordRTC keeps every slice, about 480 MB an hour. */
function forgetSlices(recorder: import("recordrtc").default): void {
  recorder.getInternalRecorder()?.getArrayOfBlobs().splice(0);
}

function begun(native: MediaRecorder): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("The browser's recorder did not begin in time.")),
      START_TIMEOUT_MS,
    );
    const settle = (outcome: () => void) => () => {
      clearTimeout(timer);
      outcome();
    };
    native.addEventListener("start", settle(resolve), { once: true });
    native.addEventListener(
      "stop",
      settle(() => reject(new Error("The browser's recorder stopped at once."))),
      { once: true },
    );
  });
}

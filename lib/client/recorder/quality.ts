import type { RecordingConfig } from "../../contract/interview.ts";
import { VIDEO_BITS_PER_SECOND } from "../../domain/needed-bitrate.ts";

/** What the camera is asked for and what the encoder may spend. */
export type VideoLimits = { width: number; height: number; frameRate: number; bitsPerSecond: number };

const NAMED: Record<"HD" | "SD", VideoLimits> = {
  HD: { width: 1280, height: 720, frameRate: 30, bitsPerSecond: VIDEO_BITS_PER_SECOND.HD },
  SD: { width: 640, height: 480, frameRate: 30, bitsPerSecond: VIDEO_BITS_PER_SECOND.SD },
};

/** A recording's quality in numbers. */
export function videoLimits(quality: RecordingConfig["quality"]): VideoLimits {
  if (typeof quality === "string") return NAMED[quality];
  const { width, height, frame_rate, bitrate } = quality;
  return { width, height, frameRate: frame_rate, bitsPerSecond: bitrate };
}

export function sameLimits(a: VideoLimits, b: VideoLimits | null): boolean {
  return b !== null && (Object.keys(a) as (keyof VideoLimits)[]).every((one) => a[one] === b[one]);
}

import type { RecordingConfig } from "../../contract/interview.ts";

/** What the camera is asked for and what the encoder may spend. */
export type VideoLimits = { width: number; height: number; frameRate: number; bitsPerSecond: number };

const NAMED: Record<"HD" | "SD", VideoLimits> = {
  HD: { width: 1280, height: 720, frameRate: 30, bitsPerSecond: 2_500_000 },
  SD: { width: 640, height: 480, frameRate: 30, bitsPerSecond: 1_000_000 },
};

/** Opus is transparent for one voice at this rate. */
export const AUDIO_BITS_PER_SECOND = 64_000;

/** A recording's quality in numbers. */
export function videoLimits(quality: RecordingConfig["quality"]): VideoLimits {
  if (typeof quality === "string") return NAMED[quality];
  const { width, height, frame_rate, bitrate } = quality;
  return { width, height, frameRate: frame_rate, bitsPerSecond: bitrate };
}

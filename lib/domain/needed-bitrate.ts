/** What the named qualities may spend on the picture. */
export const VIDEO_BITS_PER_SECOND = { HD: 2_500_000, SD: 1_000_000 } as const;
/** Opus is transparent for one voice at this rate. */
export const AUDIO_BITS_PER_SECOND = 64_000;

type Recorded = {
  audio?: boolean | undefined;
  video?: boolean | undefined;
  quality?: "HD" | "SD" | { bitrate: number } | undefined;
};

/** What the upload must carry to keep up with the recorder, in bits per second. */
export function neededBitsPerSecond({ audio = true, video = true, quality = "HD" }: Recorded): number {
  const picture = typeof quality === "string" ? VIDEO_BITS_PER_SECOND[quality] : quality.bitrate;
  return (video ? picture : 0) + (audio || !video ? AUDIO_BITS_PER_SECOND : 0);
}

/** Bits per second that a recording may take, by what its session was asked to record. */
const VIDEO = { HD: 2_500_000, SD: 1_000_000 } as const;
const AUDIO = 64_000;

type Recorded = {
  audio?: boolean | undefined;
  video?: boolean | undefined;
  quality?: "HD" | "SD" | { bitrate: number } | undefined;
};

/** What the upload must carry to keep up with the recorder, in bits per second. */
export function neededBitsPerSecond({ audio = true, video = true, quality = "HD" }: Recorded): number {
  const picture = typeof quality === "string" ? VIDEO[quality] : quality.bitrate;
  return (video ? picture : 0) + (audio || !video ? AUDIO : 0);
}

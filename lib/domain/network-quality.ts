export const NETWORK_QUALITIES = ["excellent", "good", "fair", "poor"] as const;
export type NetworkQuality = (typeof NETWORK_QUALITIES)[number];

/** How many measurements of a session were of each quality: bounded, however long it lasts. */
export type NetworkTally = Partial<Record<NetworkQuality, number>>;

/** One measurement of the page; what could not be measured is null. */
export type NetworkSample = { rttMs: number | null; uploadBytesPerSecond: number | null };

/**
 * What each quality asks for. The upload is compared with what the recording needs: at twice the need a minute of
 * silence is caught up in another minute, below 1.2 times the need the recording falls behind at the first hiccup. Up to
 * 150 ms of round trip nobody notices (ITU-T G.114 allows it one way for speech); above 600 ms every part waits visibly.
 */
const ASKED = [
  { quality: "excellent", uploadTimesNeed: 4, rttMs: 150 },
  { quality: "good", uploadTimesNeed: 2, rttMs: 300 },
  { quality: "fair", uploadTimesNeed: 1.2, rttMs: 600 },
] as const;

/** This many measurements must be at least as good as the word for the whole: one hiccup is no bad connection. */
const SHARE = 0.9;

/**
 * Adds a measurement to the tally. One with nothing in it changes nothing.
 * @param neededBitsPerSecond of the recording
 */
export function tallyNetwork(tally: NetworkTally, sample: NetworkSample, neededBitsPerSecond: number): NetworkTally {
  const quality = qualityOf(sample, neededBitsPerSecond);
  return quality ? { ...tally, [quality]: (tally[quality] ?? 0) + 1 } : tally;
}

/** The word for a whole session, or null when nothing was measured. */
export function networkQuality(tally: NetworkTally): NetworkQuality | null {
  const total = NETWORK_QUALITIES.reduce((sum, quality) => sum + (tally[quality] ?? 0), 0);
  let asGood = 0;
  for (const quality of NETWORK_QUALITIES) {
    asGood += tally[quality] ?? 0;
    if (total > 0 && asGood >= total * SHARE) return quality;
  }
  return null;
}

/** A measurement is as good as the worse of its two numbers. */
function qualityOf({ rttMs, uploadBytesPerSecond }: NetworkSample, neededBitsPerSecond: number): NetworkQuality | null {
  if (rttMs === null && uploadBytesPerSecond === null) return null;
  const uploadTimesNeed = uploadBytesPerSecond === null ? Infinity : (uploadBytesPerSecond * 8) / neededBitsPerSecond;
  const met = ASKED.find((asked) => uploadTimesNeed >= asked.uploadTimesNeed && (rttMs ?? 0) <= asked.rttMs);
  return met?.quality ?? "poor";
}

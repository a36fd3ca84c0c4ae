export type AudioQuality = "excellent" | "good" | "fair" | "poor";

/** What was measured during an answer. */
export type AudioSummary = {
  quality: AudioQuality;
  /** Somebody spoke, as far as a level can tell. */
  heard: boolean;
};

/** Under this, in dBFS, a voice is lost in the converter's noise. */
const AUDIBLE_DB = -50;
/** A second of levels says nothing yet. */
const FEWEST_LEVELS = 10;

/**
 * Judges a microphone by its levels: how loud the voice is (the 90th percentile) and how far it stands above the room
 * (the 10th). Voices at a laptop's distance, after the browser's gain control, lie around −30 to −18 dBFS; the limits
 * below are starting values of ours, not taken from a standard.
 * @param levelsDb RMS levels in dBFS, ten a second
 * @returns null when there are too few to judge by
 */
export function judgeAudio(levelsDb: readonly number[]): AudioSummary | null {
  if (levelsDb.length < FEWEST_LEVELS) return null;
  const sorted = [...levelsDb].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? AUDIBLE_DB;
  const voice = at(0.9);
  return { quality: qualityOf(voice, voice - at(0.1)), heard: voice > AUDIBLE_DB };
}

function qualityOf(voiceDb: number, aboveRoomDb: number): AudioQuality {
  if (voiceDb <= AUDIBLE_DB) return "poor";
  if (voiceDb >= -35 && aboveRoomDb >= 20) return "excellent";
  return voiceDb >= -42 && aboveRoomDb >= 12 ? "good" : "fair";
}

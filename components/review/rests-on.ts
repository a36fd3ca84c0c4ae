import type { ReviewDecision } from "@/lib/contract/review.ts";

type On = Pick<ReviewDecision, "recording_version" | "analysis_version">;

/**
 * What a decision was made on, in a line, and that the recording has changed since.
 * @param current the recording's version now
 */
export function restsOn({ recording_version: recording, analysis_version: analysis }: On, current: number): string {
  if (recording === null) return "Made before it was kept on which version of the recording.";
  const seen = recording === 0 ? "without a recording" : `on version ${recording} of the recording`;
  const scored = analysis ? ` and version ${analysis} of the analysis` : "";
  const changed = current === recording ? "" : ` The recording has changed since: it is version ${current} now.`;
  return `Made ${seen}${scored}.${changed}`;
}

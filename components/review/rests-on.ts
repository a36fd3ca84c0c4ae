import type { ReviewDecision } from "../../lib/contract/review.ts";
import { catalogue } from "../../lib/words/catalogue.ts";
import { decision } from "../../lib/words/en/review/decision.ts";
import type { Locale } from "../../lib/words/locale.ts";

type On = Pick<ReviewDecision, "recording_version" | "analysis_version">;

const sentences = catalogue({ en: decision });

/**
 * What a decision was made on, in a line, and that the recording has changed since.
 * @param current the recording's version now
 */
export function restsOn(
  { recording_version: recording, analysis_version: analysis }: On,
  current: number,
  locale: Locale,
): string {
  const say = sentences.in(locale);
  if (recording === null) return say("before_kept");
  const made = say("rests_on", { recording, analysis: analysis ?? 0 });
  return current === recording ? made : `${made} ${say("changed_since", { current })}`;
}

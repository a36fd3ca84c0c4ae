import type { LatestDecisionResponse, ReviewDecision } from "../../contract/review.ts";
import type { DecisionRow } from "../../db/decisions.ts";
import type { LatestDecision } from "../../review/read.ts";
import type { Locale } from "../../words/locale.ts";
import { decidedBy } from "../../words/people-words.ts";

export function presentDecision(row: DecisionRow, locale: Locale): ReviewDecision {
  return {
    decision_id: row.id,
    decision: row.decision,
    reason: row.reason,
    by: decidedBy(row, locale),
    at: row.createdAt.toISOString(),
    recording_version: row.recordingVersion,
    analysis_version: row.analysisVersion,
  };
}

export function presentLatestDecision(
  { latest, count }: LatestDecision,
  locale: Locale,
): Omit<LatestDecisionResponse, "success"> {
  return { latest: latest && presentDecision(latest, locale), count };
}

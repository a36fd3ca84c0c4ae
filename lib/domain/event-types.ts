/** Everything that webhooks are told. */
export const EVENT_TYPE_NAMES = [
  "interview.opened",
  "interview.started",
  "interview.completed",
  "interview.interrupted",
  "recording.ready",
  "analysis.completed",
  "analysis.failed",
  "decision.made",
  "candidate.deletion_requested",
  "candidate.deletion_request_ended",
  "candidate.erased",
] as const;

export type EventType = (typeof EVENT_TYPE_NAMES)[number];

/** Sent on demand, to see whether a receiver works. Nobody needs to choose it. */
export const TEST_EVENT = "webhook.test";

import type { EventType } from "../../domain/event-types.ts";

/** What each event means, for whoever chooses among them. */
export const EVENT_MEANS: Record<EventType, string> = {
  "interview.opened": "The candidate opened their link for the first time.",
  "interview.started": "The candidate started the interview.",
  "interview.completed": "The interview ended: by the candidate, by another system, or because its time was over.",
  "interview.interrupted": "Nothing has come from the candidate for a minute. They can still come back.",
  "recording.ready": "A version of the recording is published. A provisional one is followed by another.",
  "analysis.completed": "The answers are scored.",
  "analysis.failed": "The answers could not be scored.",
  "decision.made": "A person decided about the interview.",
  "candidate.deletion_requested": "The candidate asked for their data to be deleted.",
  "candidate.deletion_request_ended": "The request was taken back, or a person answered that the data is kept.",
  "candidate.erased": "What was kept about the candidate has been erased: delete what you hold of this interview.",
};

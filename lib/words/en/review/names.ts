import { criterionNames } from "../criteria.ts";

/** What states, verdicts and kinds are called wherever an interview is listed or reviewed. */
export const names = {
  "state:invited": "Invited",
  "state:in_progress": "In progress",
  "state:interrupted": "Interrupted",
  "state:completed": "Completed",
  "state:expired": "Expired",
  "state:revoked": "Revoked",
  // What the list can be narrowed to besides.
  "state:to_review": "To review",
  "state:another_look": "Another look",
  "state:deletion_requested": "Asked for deletion",

  "verdict:passed": "Move forward",
  "verdict:failed": "Decline",
  "verdict:needs_review": "Needs another look",
  // In the middle of a line.
  "brief:passed": "move forward",
  "brief:failed": "decline",
  "brief:needs_review": "another look",

  ...criterionNames,

  "type:technical": "Technical",
  "type:behavioral": "Behavioral",
  "type:situational": "Situational",
  "type:culture": "Culture",
  "type:general": "General",
  "difficulty:easy": "Easy",
  "difficulty:medium": "Medium",
  "difficulty:hard": "Hard",

  "connection:excellent": "excellent",
  "connection:good": "good",
  "connection:fair": "fair",
  "connection:poor": "poor",
} as const;

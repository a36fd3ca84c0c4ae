import { ERRORS, type ErrorCode } from "./error-codes.ts";

/** What a program is to do about a refusal, by its status; codes that want something else say so below. */
const BY_STATUS: Record<number, string> = {
  400: "Correct the request; the same again is refused again.",
  401: "Send a key that is valid as Authorization: Bearer …",
  403: "Use a key with the scope, or a person with the role, that the operation names.",
  404: "Check the id. What belongs to another organisation, or to the other side of the sandbox, is not found either.",
  405: "Use a method that the Allow header names.",
  408: "Send the request faster, or in smaller pieces.",
  409: "Read the present state, then decide: the same request is refused until it changes.",
  410: "Ask for a new invitation, or extend this one.",
  413: "Send less at a time.",
  415: "Send the content type that the operation names.",
  416: "Ask for a range within the file; Content-Range says how long it is.",
  422: "Correct the fields that error.issues names; nothing was stored.",
  429: "Wait as many seconds as Retry-After says, then repeat the request.",
  500: "Repeat the request, with an Idempotency-Key if it writes. If it stays, tell us the X-Request-Id.",
  503: "Wait as many seconds as Retry-After says, then repeat the request.",
  507: "Keep the bytes and repeat the request as Retry-After says.",
};

const BY_CODE: Partial<Record<ErrorCode, string>> = {
  already_invited: "Send the link of the first invitation again, or ask for a second one with `allow_another: true`.",
  name_differs: "Let a person choose, then send `other_name`: `keep` for this interview alone, or `rename`.",
  already_decided:
    "Read the decisions, then decide again with the latest one's id as seen_decision_id, or let it stand.",
  idempotency_in_progress: "Wait as many seconds as Retry-After says, then send the same request again.",
  idempotency_conflict: "Take a new Idempotency-Key for each thing you do, and the same only to repeat it.",
  second_factor_required: "Set up a second factor in the pages, then ask again.",
  session_limit_reached: "Write no more of it to this session; it still takes everything else.",
  part_conflict: "Go on with the next part; the first bytes under this number stay.",
  part_mismatch: "Send the same part again: its bytes changed on the way.",
  recording_closed: "Keep the bytes and ask once an hour: a recruiter may accept late parts within 30 days.",
  recording_incomplete: "Send despite_missing: true to decide without them, or wait for recording.ready.",
  consent_required:
    "Let the candidate agree on their page, then send the same again; or send it with a key that may write.",
  consent_unknown: "Show the words of the candidate's page, and send their version or their hash.",
  deletion_requested:
    "Stop, and let a person answer the request; the event candidate.deletion_request_ended says when to go on.",
  erased: "Delete what you still hold of this candidate; nothing brings it back.",
  analysis_under_way: "Wait for the event analysis.completed, or ask again later.",
};

/** What to do about a refusal, in a sentence. */
export function adviceFor(code: ErrorCode): string {
  return BY_CODE[code] ?? BY_STATUS[ERRORS[code].status] ?? "Read the message.";
}

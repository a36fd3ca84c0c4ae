/**
 * Everything that can go wrong on purpose: its HTTP status and what it means for whoever calls. The one place where a code
 * becomes a status, and what the catalogue of errors is made from.
 */
export const ERRORS = {
  malformed_request: { status: 400, means: "The address or the request line could not be read." },
  not_json: { status: 400, means: "The body is not valid JSON in UTF-8." },
  invalid_idempotency_key: { status: 400, means: "The Idempotency-Key is not 1 to 255 printable ASCII characters." },
  unauthenticated: { status: 401, means: "No credential came, or it is unknown, expired or revoked." },
  forbidden: { status: 403, means: "The credential is valid, but its role or scopes do not allow this." },
  second_factor_required: {
    status: 403,
    means:
      "Whoever is signed in must set up a second factor first, and can do nothing else until then. Never told to a key.",
  },
  media_link_invalid: {
    status: 404,
    means: "The link to a file is not valid, or its time is over; ask for a new one.",
  },
  not_found: { status: 404, means: "There is nothing at this address." },
  interview_not_found: { status: 404, means: "No such interview, or it belongs to somebody else." },
  session_not_found: { status: 404, means: "No such session, or it belongs to somebody else." },
  question_not_found: { status: 404, means: "The session has no such question." },
  answer_not_found: { status: 404, means: "The session has no such answer, or none of whose words were heard here." },
  candidate_not_found: { status: 404, means: "No such candidate, or they belong to somebody else." },
  recording_not_found: { status: 404, means: "There is no finished recording yet, or not this file of it." },
  analysis_not_found: { status: 404, means: "The interview has no analysis of this version." },
  decision_not_found: { status: 404, means: "No such decision, or it belongs to somebody else." },
  share_link_not_found: { status: 404, means: "No such share link; or it was revoked or its time is over." },
  template_not_found: { status: 404, means: "No such template, or it belongs to somebody else." },
  webhook_not_found: { status: 404, means: "No such webhook, or it belongs to somebody else." },
  delivery_not_found: { status: 404, means: "The webhook has no such delivery." },
  method_not_allowed: { status: 405, means: "This address takes other methods; Allow names them." },
  interview_completed: { status: 409, means: "The interview has been completed: it cannot be started again." },
  interview_not_completed: { status: 409, means: "The interview is not finished yet." },
  already_decided: {
    status: 409,
    means: "A decision was made after the one that seen_decision_id names; the message says by whom, what and when.",
  },
  analysis_under_way: { status: 409, means: "The interview is being scored already; wait for that to end." },
  session_ended: { status: 409, means: "The session has ended: nothing more can be written to it." },
  recording_closed: {
    status: 409,
    means: "The session has ended and its recording takes nothing more, unless a recruiter accepts late parts.",
  },
  recording_incomplete: {
    status: 409,
    means: "Parts of the recording have not arrived; decide with despite_missing, or when they have.",
  },
  session_in_use: { status: 409, means: "Another page records this session now." },
  session_taken_over: { status: 409, means: "Another page has taken this session over." },
  session_limit_reached: {
    status: 409,
    means: "The session holds as much of this as it takes; error.issues names the limit and its value.",
  },
  consent_required: {
    status: 409,
    means:
      "The candidate's link was opened, and they have not agreed to being recorded: nothing is taken without a key.",
  },
  consent_unknown: {
    status: 409,
    means: "The words that were agreed to are not those that the candidate's link shows.",
  },
  deletion_requested: {
    status: 409,
    means:
      "The candidate asks for their data to be deleted: nothing is done with it until that is answered or taken back.",
  },
  no_deletion_request: { status: 409, means: "No request for deletion stands: it was answered or taken back." },
  part_conflict: {
    status: 409,
    means: "Other bytes are stored under this part's number; those stay. What was different is noted with the session.",
  },
  already_invited: {
    status: 409,
    means: "This candidate has an open invitation to this role; `error.interview_id` names it.",
  },
  name_differs: { status: 409, means: "The candidate with this address is known by another name." },
  candidate_conflict: {
    status: 409,
    means: "The address or the external_id belongs to another candidate, or the known candidate has a different one.",
  },
  external_id_taken: { status: 409, means: "Something else of this kind has this external_id already." },
  template_changed: { status: 409, means: "The template was changed since the version that was named." },
  template_name_taken: { status: 409, means: "Another template, perhaps an archived one, has this name already." },
  webhook_disabled: { status: 409, means: "The webhook is disabled: enable it first." },
  too_many_webhooks: { status: 409, means: "The organisation has as many webhooks as it may have; remove one first." },
  second_factor_exists: { status: 409, means: "There is a second factor already: turn it off to set up another." },
  idempotency_conflict: { status: 409, means: "This Idempotency-Key was used for another request." },
  idempotency_in_progress: {
    status: 409,
    means: "The first request with this Idempotency-Key is still running; try again after Retry-After.",
  },
  invitation_expired: { status: 410, means: "The invitation's time is over." },
  invitation_revoked: { status: 410, means: "The invitation was withdrawn." },
  erased: {
    status: 410,
    means: "The candidate's data has been erased, or is being erased: delete what you still hold of it.",
  },
  body_too_large: { status: 413, means: "The body is larger than this address takes." },
  range_not_satisfiable: { status: 416, means: "The recording ends before the range that was asked for." },
  invalid_fields: { status: 422, means: "Some fields are not valid; error.issues names each and says why." },
  part_mismatch: { status: 422, means: "The bytes are not those that were announced; nothing was stored." },
  too_many_requests: { status: 429, means: "Too many requests in this time; try again after Retry-After." },
  internal: { status: 500, means: "An error on our side. Nothing was lost; the request may be repeated." },
  unavailable: { status: 503, means: "Not possible just now; try again after Retry-After." },
  storage_full: {
    status: 507,
    means: "The server's disk is full for now; nothing was stored. Try again after Retry-After.",
  },
} as const satisfies Record<string, { status: number; means: string }>;

export type ErrorCode = keyof typeof ERRORS;

import { DoneAnswer } from "../interview-answers.ts";
import { operation } from "../operation.ts";
import {
  ClaimAnswer,
  ClaimBody,
  CloseSegmentBody,
  MAX_PART_BYTES,
  OpenSegmentAnswer,
  OpenSegmentBody,
  PART_OFFSET_HEADER,
  PART_SHA256_HEADER,
  PartAnnouncement,
  PartAnswer,
  UploadAnswer,
} from "../upload.ts";

/* How a recording gets here: a session is claimed, segments are opened, parts are put, segments are closed. */

export const claimSession = operation({
  id: "claimSession",
  method: "POST",
  path: "/api/interview/session/{session_id}/claim",
  tag: "Upload",
  summary: "Claim a session for one page",
  access: "candidate",
  limit: "interview",
  body: ClaimBody,
  answer: ClaimAnswer,
  errors: [
    "session_not_found",
    "session_ended",
    "session_in_use",
    "session_taken_over",
    "invitation_revoked",
    "invitation_expired",
    "deletion_requested",
  ],
  documented: true,
});

export const openSegment = operation({
  id: "openSegment",
  method: "POST",
  path: "/api/interview/session/{session_id}/segments",
  tag: "Upload",
  summary: "Open a segment",
  description:
    "One for each start of a recorder, while the session is active. The same `client_key` again gives the same segment.",
  access: "candidate",
  limit: "interview",
  body: OpenSegmentBody,
  answer: OpenSegmentAnswer,
  errors: [
    "session_not_found",
    "recording_closed",
    "session_taken_over",
    "invitation_revoked",
    "deletion_requested",
    "consent_required",
  ],
  documented: true,
});

export const putPart = operation({
  id: "putPart",
  method: "PUT",
  path: "/api/interview/session/{session_id}/segments/{segment}/parts/{seq}",
  tag: "Upload",
  summary: "Store a part",
  description:
    "Raw bytes, at most 900 KiB, with `X-Part-Offset` (of the first byte in the segment) and `X-Part-Sha256` (lower-case hex). Acknowledged when bytes and row are synced to the disk. The same part again is fine. Of segments opened before the end, parts are taken for 72 hours after it and until somebody decides; later when a recruiter accepts them.",
  access: "candidate",
  limit: "interview",
  upload: { contentType: "application/octet-stream" },
  maxBodyBytes: MAX_PART_BYTES,
  headers: [
    {
      name: "X-Part-Offset",
      description: "Where the part's first byte stands within its segment.",
      schema: PartAnnouncement.shape[PART_OFFSET_HEADER],
    },
    {
      name: "X-Part-Sha256",
      description: "SHA-256 of the body, lower-case hex.",
      schema: PartAnnouncement.shape[PART_SHA256_HEADER],
    },
  ],
  answer: PartAnswer,
  errors: [
    "session_not_found",
    "recording_not_found",
    "part_conflict",
    "part_mismatch",
    "recording_closed",
    "body_too_large",
    "invitation_revoked",
    "deletion_requested",
    "consent_required",
  ],
  documented: true,
});

export const closeSegment = operation({
  id: "closeSegment",
  method: "POST",
  path: "/api/interview/session/{session_id}/segments/{segment}/close",
  tag: "Upload",
  summary: "Close a segment",
  description: "Says how many parts it has, so that what is missing can be told from what is still to come.",
  access: "candidate",
  limit: "interview",
  body: CloseSegmentBody,
  answer: DoneAnswer,
  errors: ["session_not_found", "recording_not_found", "invitation_revoked"],
  documented: true,
});

export const getUpload = operation({
  id: "getUpload",
  method: "GET",
  path: "/api/interview/session/{session_id}/upload",
  tag: "Upload",
  summary: "See what has arrived",
  access: "candidate",
  limit: "interview",
  answer: UploadAnswer,
  errors: ["session_not_found", "invitation_revoked"],
  documented: true,
});

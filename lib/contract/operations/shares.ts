import { operation } from "../operation.ts";
import { CreateShareBody, ShareAnswer, ShareCreated, SharedMediaQuery, ShareList, SharesQuery } from "../v1/shares.ts";

export const createShareLink = operation({
  id: "createShareLink",
  method: "POST",
  path: "/api/v1/interviews/{interview_id}/share-links",
  tag: "Results",
  summary: "Share an interview",
  description:
    "Makes a link that shows this one interview to whoever holds it, for up to 30 days: recording, answers and scores; no address, no decisions. The link is in this answer only.",
  access: "shares.write",
  limit: "write",
  status: 201,
  body: CreateShareBody,
  answer: ShareCreated,
  shownOnce: "url",
  errors: ["interview_not_found", "interview_not_completed", "deletion_requested"],
  documented: true,
});

export const listShareLinks = operation({
  id: "listShareLinks",
  method: "GET",
  path: "/api/v1/share-links",
  tag: "Results",
  summary: "List share links",
  description: "Newest first, those that have ended too.",
  access: "shares.write",
  limit: "read",
  query: SharesQuery,
  answer: ShareList,
  documented: true,
});

export const revokeShareLink = operation({
  id: "revokeShareLink",
  method: "DELETE",
  path: "/api/v1/share-links/{share_link_id}",
  tag: "Results",
  summary: "Revoke a share link",
  description: "It shows nothing any more, at once. Revoking twice is revoking once.",
  access: "shares.write",
  limit: "write",
  answer: ShareAnswer,
  errors: ["share_link_not_found"],
  documented: true,
});

export const playShared = operation({
  id: "playShared",
  method: "GET",
  path: "/api/share/{token}/media",
  tag: "Pages",
  summary: "Play the recording that a share link shows",
  description: "Answers 302 to a signed, short-lived link.",
  access: "link",
  limit: "media",
  query: SharedMediaQuery,
  answers: { contentType: "video/webm", description: "A redirect to the file." },
  errors: ["share_link_not_found", "recording_not_found", "deletion_requested"],
  documented: false,
});

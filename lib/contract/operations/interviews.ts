import { LatePartsAnswer } from "../late-parts.ts";
import { operation } from "../operation.ts";
import { CreatedInterviewsAnswer, CreateInterviewsBody, MAX_BULK_BYTES } from "../v1/bulk-interviews.ts";
import { InterviewAnswer, InterviewLinkAnswer, InterviewsAnswer, ListInterviewsQuery } from "../v1/interviews.ts";
import { CreatedInterviewAnswer, CreateInterviewBody, ExtendInterviewBody } from "../v1/new-interviews.ts";

export const createInterview = operation({
  id: "createInterview",
  method: "POST",
  path: "/api/v1/interviews",
  tag: "Provisioning",
  summary: "Invite a candidate to an interview",
  description:
    "Exactly one of `candidate_id`, `candidate_external_id` and `candidate`, and exactly one of `template_id`, `template_name` and `template_external_id`. Open for 14 days if nothing else is said. An `external_id` that is taken answers 409: to repeat a request safely, send an Idempotency-Key. Somebody who is known keeps their name: another one that was sent stands on this interview alone, and the answer says `name_kept: true`, unless `other_name` says otherwise. An open invitation of the same candidate to the same template answers 409 `already_invited` with its id in `error.interview_id`, unless `allow_another` is true.",
  access: "interviews.write",
  limit: "write",
  status: 201,
  body: CreateInterviewBody,
  answer: CreatedInterviewAnswer,
  errors: [
    "candidate_not_found",
    "template_not_found",
    "candidate_conflict",
    "external_id_taken",
    "already_invited",
    "name_differs",
    "erased",
  ],
  documented: true,
});

export const createInterviews = operation({
  id: "createInterviews",
  method: "POST",
  path: "/api/v1/interviews/bulk",
  tag: "Provisioning",
  summary: "Invite many candidates at once",
  description:
    "Up to 500 rows, in a body of at most 1 MiB. Each is judged by itself and answered in its place: a bad row stops no other. With `dry_run` the same is told and nothing is written. One Idempotency-Key covers the whole request.",
  access: "interviews.write",
  limit: "heavy",
  body: CreateInterviewsBody,
  maxBodyBytes: MAX_BULK_BYTES,
  answer: CreatedInterviewsAnswer,
  documented: true,
});

export const listInterviews = operation({
  id: "listInterviews",
  method: "GET",
  path: "/api/v1/interviews",
  tag: "Provisioning",
  summary: "List interviews",
  access: "interviews.read",
  limit: "read",
  query: ListInterviewsQuery,
  answer: InterviewsAnswer,
  documented: true,
});

export const getInterview = operation({
  id: "getInterview",
  method: "GET",
  path: "/api/v1/interviews/{interview_id}",
  tag: "Provisioning",
  summary: "Get an interview",
  description: "How far it has come: state, session, recording, analysis, decision. Not the candidate's link.",
  access: "interviews.read",
  limit: "read",
  answer: InterviewAnswer,
  errors: ["interview_not_found"],
  documented: true,
});

export const getInterviewLink = operation({
  id: "getInterviewLink",
  method: "GET",
  path: "/api/v1/interviews/{interview_id}/link",
  tag: "Provisioning",
  summary: "Get the candidate's link again",
  description:
    "An operation of its own, for those who may invite: whoever holds the link may take the interview. 409 or 410 where it opens nothing any more.",
  access: "interviews.write",
  limit: "read",
  answer: InterviewLinkAnswer,
  errors: ["interview_not_found", "interview_completed", "invitation_expired", "invitation_revoked"],
  documented: true,
});

export const extendInterview = operation({
  id: "extendInterview",
  method: "POST",
  path: "/api/v1/interviews/{interview_id}/extend",
  tag: "Provisioning",
  summary: "Give an invitation more time",
  description:
    "`expires_in_days` from now, or `expires_at`. What has expired opens again. Time is never taken away: a moment before the present end is refused.",
  access: "interviews.write",
  limit: "write",
  body: ExtendInterviewBody,
  answer: InterviewAnswer,
  errors: ["interview_not_found", "interview_completed", "invitation_revoked"],
  documented: true,
});

export const acceptLateParts = operation({
  id: "acceptLateParts",
  method: "POST",
  path: "/api/v1/interviews/{interview_id}/late-parts",
  tag: "Results",
  summary: "Accept late parts of a recording",
  description:
    "Parts of segments that were opened before the end are taken for 72 hours and until somebody decides. From now on they are taken for 30 days, or until the next decision. Browsers that keep some ask once an hour.",
  access: "interviews.write",
  limit: "write",
  answer: LatePartsAnswer,
  errors: ["interview_not_found", "interview_not_completed"],
  documented: true,
});

export const revokeInterview = operation({
  id: "revokeInterview",
  method: "POST",
  path: "/api/v1/interviews/{interview_id}/revoke",
  tag: "Provisioning",
  summary: "Withdraw an invitation",
  description: "Its link and its sitting end at once. Revoked twice, it stays revoked as of the first time.",
  access: "interviews.write",
  limit: "write",
  answer: InterviewAnswer,
  errors: ["interview_not_found"],
  documented: true,
});

import type { AddIssueBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import * as events from "../db/session-events.ts";
import { toMark } from "./media-mark.ts";
import { assertWithinQuota } from "./session-limit.ts";
import { getWritableSession } from "./writable-session.ts";

/**
 * Keeps a technical issue of the candidate's side, for the recruiter to see.
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`, `session_limit_reached`
 */
export async function addIssue({ session_id, issue }: AddIssueBody): Promise<void> {
  const session = await getWritableSession(db(), session_id);
  const added = await events.appendWithin(db(), "issues", {
    sessionId: session.id,
    kind: "technical_issue",
    code: issue.code,
    message: issue.message,
    mark: toMark(issue.media),
  });
  if (!added) await assertWithinQuota(session.id, { issues: 1 });
}

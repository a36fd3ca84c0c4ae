import type { AddIssueBody } from "../contract/interview.ts";
import { db } from "../db/client.ts";
import * as events from "../db/session-events.ts";
import { AppError } from "../errors.ts";
import { hasEventWords } from "../words/event-words.ts";
import { type Happened, keyOf } from "../words/happened.ts";
import { toMark } from "./media-mark.ts";
import { assertWithinQuota } from "./session-limit.ts";
import { getWritableSession } from "./writable-session.ts";

/**
 * Keeps a technical issue of the candidate's side, for the recruiter to see.
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`, `session_limit_reached`; `invalid_fields`
 *   for words that we do not have
 */
export async function addIssue({ session_id, issue }: AddIssueBody): Promise<void> {
  const session = await getWritableSession(db(), session_id);
  const added = await events.appendWithin(db(), "issues", {
    sessionId: session.id,
    kind: "technical_issue",
    ...toldBy(issue),
    mark: toMark(issue.media),
  });
  if (!added) await assertWithinQuota(session.id, { issues: 1 });
}

/** In words of ours where the client names those, as our own page does; else in its own. */
function toldBy({ code, message, key, params }: AddIssueBody["issue"]): Happened {
  if (key === undefined) return { code, message };
  const say = key === code ? undefined : key.slice(code.length + 1);
  if (key !== keyOf({ code, say }) || !hasEventWords({ code, say })) {
    throw new AppError("invalid_fields", { issues: [{ path: "issue.key", key: "not_known" }] });
  }
  return { code, say, params };
}

import type { DecisionBody } from "../contract/review.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import * as lateParts from "../db/late-parts.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { emitEvent } from "../events/emit-event.ts";
import { holdUnrestricted } from "../restriction/assert-unrestricted.ts";
import { ENGLISH } from "../words/locale.ts";
import { decidedBy } from "../words/people-words.ts";

type Decide = DecisionBody & {
  interviewId: string;
  /** The member who decided, where somebody else sends it for them. */
  deciderId?: string;
};

/**
 * Stores what a person decided about a finished interview, and why. Earlier decisions and the recommendation stay as
 * they are; the latest decision counts.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `interview_not_completed`; `already_decided` when
 *   somebody decided after what `seen_decision_id` names; `recording_incomplete` when parts of the recording have not arrived and
 *   `despite_missing` does not say that it is to be decided without them; `forbidden` when it is not a person who decides
 */
export async function decide(
  { interviewId, decision, reason, seen_decision_id: seenId, despite_missing: despiteMissing, deciderId }: Decide,
  actor: Actor,
): Promise<decisions.DecisionRow> {
  const { organizationId } = actor;
  const userId = deciderId ?? (actor.kind === "user" ? actor.id : undefined);
  if (!userId) throw new AppError("forbidden:decide");
  const apiKeyId = actor.kind === "api_key" ? (actor.id ?? null) : null;
  return transaction(async (tx) => {
    const interview = isUuid(interviewId) ? await reviews.findSession(tx, organizationId, interviewId) : null;
    if (!interview) throw new AppError("interview_not_found");
    await holdUnrestricted(tx, { interviewId });
    const { session } = interview;
    if (session?.status !== "completed") {
      throw new AppError("interview_not_completed:decide");
    }
    const [latest, before] = await decisions.lockLatest(tx, session.id, 2);
    if (seenId !== undefined && latest && latest.id !== seenId?.toLowerCase()) {
      const isSame = latest.userId === userId && latest.apiKeyId === apiKeyId && latest.decision === decision;
      const isRepeated = isSame && latest.reason === reason;
      // The answer to the first request was lost on its way.
      if (isRepeated && (before?.id ?? null) === (seenId?.toLowerCase() ?? null)) return latest;
      throw alreadyDecided(latest);
    }
    if (!despiteMissing) await assertComplete(tx, session.id);
    const { recording, analysis } = await reviews.findVersions(tx, session.id);
    const on = { recordingVersion: recording, analysisVersion: analysis };
    const made = { organizationId, sessionId: session.id, userId, apiKeyId, decision, reason, ...on };
    const stored = await decisions.append(tx, made);
    // The reason stands in the decision; the log only says that there is one.
    await auditEvents.append(tx, actor, "decision.made", {
      kind: "interview",
      id: interviewId,
      detail: { decision_id: stored.id, decision, ...(apiKeyId && { decided_by: userId }), ...versionsOf(stored) },
    });
    const by = apiKeyId ? ("api_key" as const) : ("user" as const);
    const data = { decision_id: stored.id, decision, made_by: by, api_key_id: apiKeyId, ...versionsOf(stored) };
    await emitEvent(tx, { organizationId, interviewId, type: "decision.made", data });
    return stored;
  });
}

/** @throws AppError `recording_incomplete` */
async function assertComplete(tx: Db, sessionId: string): Promise<void> {
  const waiting = (await lateParts.find(tx, sessionId))?.missing ?? 0;
  if (waiting === 0) return;
  throw new AppError("recording_incomplete", {
    params: { parts: waiting },
    issues: [{ path: "despite_missing", key: "despite_missing" }],
  });
}

function versionsOf({ recordingVersion, analysisVersion }: decisions.DecisionRow) {
  return { recording_version: recordingVersion, analysis_version: analysisVersion };
}

function alreadyDecided(latest: decisions.DecisionRow): AppError {
  const at = latest.createdAt.toISOString();
  const when = { day: at.slice(0, 10), time: at.slice(11, 16) };
  return new AppError("already_decided", {
    params: { who: decidedBy(latest, ENGLISH), decision: latest.decision, ...when },
    issues: [{ path: "seen_decision_id", key: "not_latest", params: { latest: latest.id } }],
  });
}

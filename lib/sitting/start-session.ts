import type { StartSessionBody } from "../contract/interview.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as consents from "../db/consents.ts";
import * as interviews from "../db/interviews.ts";
import * as recordings from "../db/recordings.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import * as versions from "../db/template-versions.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { type RoomRecording, roomRecording } from "../domain/room-recording.ts";
import { sessionQuota } from "../domain/session-quota.ts";
import { AppError } from "../errors.ts";
import { emitEvent } from "../events/emit-event.ts";
import { holdUnrestricted } from "../restriction/assert-unrestricted.ts";
import { event } from "../words/happened.ts";
import { assertConsented } from "./assert-consented.ts";
import { assertMetadataFits, extraFields } from "./metadata.ts";
import { assertOpen } from "./writable-session.ts";

/** Who starts in time may finish: from the start on, the invitation stays open at least this long. */
const SITTING_HOURS = 4;

export type StartedSession = {
  /** Writes. */
  sessionId: string;
  /** Reads: what everybody else knows this session by. */
  publicId: string;
  recordingStarted: boolean;
  /** Set when the session was already there: a refresh never forks an interview. */
  resumed: {
    progress: { questionId: string; templateQuestionId: string | null; answered: boolean }[];
    /** What is to be recorded from now on. */
    recording: RoomRecording;
  } | null;
};

/**
 * Opens the session of an invitation, or the same one again while it is active. From its beginning on the interview keeps the version of
 * its template that is published now.
 * @throws AppError `interview_not_found`, `interview_completed`, `invitation_revoked`, `invitation_expired`, `consent_required`
 */
export function startSession(
  body: StartSessionBody,
  userAgent: string | null,
  program: Actor | null = null,
): Promise<StartedSession> {
  return transaction(async (db) => {
    const interview = await getInvitation(db, body.interview_token);
    if (interview.session?.status === "completed") {
      throw new AppError("interview_completed");
    }
    await assertOpen(db, interview);
    await holdUnrestricted(db, interview);
    await assertConsented(db, { interviewId: interview.id }, program);
    const consentBasis = await basisOf(db, interview, program);
    const { session, created } = await sessions.createOnce(db, {
      ...(await newSession(db, interview, body, userAgent)),
      consentBasis,
    });
    const config = created ? body.recording_config : (session.recordingConfig as StartSessionBody["recording_config"]);
    const ids = { sessionId: session.id, publicId: session.publicId };
    const recordingStarted = config.audio || config.video;
    if (!created) {
      await events.appendWithin(db, "log_lines", logLine(session.id, "session_resumed"));
      const resumed = { progress: await sessions.progressOf(db, session.id), recording: roomRecording(config) };
      return { ...ids, recordingStarted, resumed };
    }
    await interviews.keepVersion(db, interview.id, interview.version.id);
    if (consentBasis !== "consent") await noteVouched(db, session, consentBasis, program);
    await recordings.create(db, {
      sessionId: session.id,
      format: config.format,
      quality: typeof config.quality === "string" ? config.quality : "custom",
    });
    await interviews.keepOpenUntil(db, interview.id, new Date(session.startedAt.getTime() + SITTING_HOURS * 3_600_000));
    await events.append(db, logLine(session.id, "session_started"));
    await emitEvent(db, {
      organizationId: session.organizationId,
      interviewId: session.interviewId,
      type: "interview.started",
      data: { started_at: session.startedAt.toISOString() },
    });
    return { ...ids, recordingStarted, resumed: null };
  });
}

/** On what a new sitting rests: the candidate's own consent, or the word of whoever invited them. */
async function basisOf(
  db: Db,
  interview: Invitation,
  program: Actor | null,
): Promise<"consent" | "key" | "link_unopened"> {
  if (await consents.findStanding(db, interview.id)) return "consent";
  return program?.organizationId === interview.organizationId ? "key" : "link_unopened";
}

async function noteVouched(
  db: Db,
  { organizationId, interviewId }: { organizationId: string; interviewId: string },
  basis: string,
  program: Actor | null,
): Promise<void> {
  const who: Actor = program?.organizationId === organizationId ? program : { organizationId, kind: "system" };
  await auditEvents.append(db, who, "consent.vouched", { kind: "interview", id: interviewId, detail: { basis } });
}

async function getInvitation(db: Db, token: string) {
  const interview = isUuid(token) ? await interviews.findByToken(db, token) : null;
  if (!interview) throw new AppError("interview_not_found:documented");
  return interview;
}

type Invitation = Awaited<ReturnType<typeof getInvitation>>;

async function newSession(
  db: Db,
  interview: Invitation,
  body: StartSessionBody,
  userAgent: string | null,
): Promise<Omit<sessions.NewSession, "consentBasis">> {
  const known = ["interview_token", "recording_config", "avatar", "browser_info"];
  const metadata = extraFields(body, known);
  assertMetadataFits(body.recording_config, "recording_config");
  const size = await versions.sizeOf(db, interview.version.id);
  return {
    organizationId: interview.organizationId,
    interviewId: interview.id,
    candidateId: interview.candidateId,
    recordingConfig: JSON.parse(JSON.stringify(body.recording_config)),
    browserInfo: body.browser_info ?? userAgent?.slice(0, 500) ?? null,
    avatar: body.avatar ?? interview.version.avatar,
    avatarSettings: interview.version.avatarSettings ?? {},
    metadata: JSON.parse(JSON.stringify(metadata)),
    metadataBytes: assertMetadataFits(metadata, "body"),
    quota: sessionQuota(size, roomRecording(body.recording_config)),
  };
}

function logLine(sessionId: string, key: "session_started" | "session_resumed"): events.NewSessionEvent {
  return { sessionId, kind: "log", ...event(key) };
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { findForCandidate } from "../db/candidate-invitation.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import type { ConsentWords } from "../db/consents.ts";
import * as consents from "../db/consents.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { isCorrectable } from "../domain/heard-words.ts";
import { isUuid } from "../domain/ids.ts";
import {
  type ClosedInvitation,
  type DeletionState,
  estimateMinutes,
  type InvitationView,
} from "../domain/invitation-view.ts";
import { type RoomRecording, roomRecording } from "../domain/room-recording.ts";
import { configuredSpeaker } from "./configured-speaker.ts";
import { consentWordsFor, outsideService, writesDown } from "./consent-words.ts";
import { sittingPlan } from "./sitting-plan.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findForCandidate>>>;

/** A template's free JSON; what it does not say, or says wrongly, falls back word by word. */
const Settings = z
  .object({ name: z.string().min(1).max(60).catch("Ava"), language: z.string().min(2).max(35).catch("en-US") })
  .catch({ name: "Ava", language: "en-US" });

/** What the candidate's page shows for the token of its address, whatever state the invitation is in. */
export async function getInvitationView(token: string): Promise<InvitationView> {
  const found = isUuid(token) ? await findForCandidate(db(), token) : null;
  if (!found) return { state: "not_found" };
  const who = {
    locale: found.locale,
    organization: found.organization.name,
    candidateName: found.candidateName ?? found.candidate.name,
    roleTitle: found.version.roleTitle,
    localKey: createHash("sha256").update(found.token).digest("hex").slice(0, 32),
    deletion: deletionState(await deletionRequests.findLatest(db(), found.candidateId)),
  };
  const now = await databaseNow(db());
  const closed = closedState(found, now);
  if (closed) return { state: closed, ...who, ...(closed === "completed" ? await heardOf(found, now) : {}) };
  const { introduction, avatar, avatarSettings, browserRecognition, questions } = found.version;
  const { notice, kept } = await consentWordsFor(db(), found);
  // Nothing leaves a sandbox, and nothing is paid for or written down in it, whatever is configured.
  const isSandbox = found.organization.sandboxOfId !== null;
  const outside = isSandbox ? null : outsideService();
  const agreed = await hasAgreed(found, kept);
  return {
    state: found.session ? "in_progress" : "open",
    ...who,
    token: found.token,
    openUntil: found.expiresAt.toISOString(),
    introduction,
    avatar,
    avatarSettings: Settings.parse(avatarSettings),
    questionCount: questions.length,
    // Who has not begun reads once more what it will be like, also when that was agreed to before.
    plan: (await sittingPlan(db(), found.id, agreed && found.session !== null)).plan,
    minutes: estimateMinutes(questions),
    recording: roomRecording(found.session && (found.session.recordingConfig as Partial<RoomRecording>)),
    serverVoice: !isSandbox && configuredSpeaker() !== null,
    outside,
    writesDown: isSandbox ? "nowhere" : writesDown(outside),
    browserRecognition,
    consentVersion: found.consentVersion,
    notice,
    consentHash: kept.hash,
    agreed,
  };
}

/** Whose words may still come, and be put right: an interview that ended a moment ago, with answers for this server to write down. */
async function heardOf({ session, version }: Found, now: Date): Promise<Pick<ClosedInvitation, "heard">> {
  if (!session?.endedAt || !isCorrectable(session.endedAt, now)) return {};
  if (!(await tasks.anyOf(db(), session.id))) return {};
  return { heard: { sessionId: session.id, language: Settings.parse(version.avatarSettings).language } };
}

/** To these very words; who agreed before words were kept, and sits since then, goes on under their version. */
async function hasAgreed({ id, session }: Found, { hash, version }: ConsentWords): Promise<boolean> {
  const standing = await consents.findStanding(db(), id);
  if (!standing || standing.byId !== null) return false;
  if (standing.hash !== null) return standing.hash === hash;
  return session?.consentBasis === "before" && standing.version === version;
}

function deletionState(request: deletionRequests.RequestRow | null): DeletionState | null {
  if (!request) return null;
  if (!request.endedAt) return { name: "asked", at: request.requestedAt.toISOString() };
  if (request.outcome !== "kept") return null;
  return { name: "kept", at: request.endedAt.toISOString(), reason: request.reason ?? "" };
}

/** Finished comes first: who has done the interview should hear that, however old the invitation is by now. */
function closedState({ session, revokedAt, expiresAt }: Found, now: Date): ClosedInvitation["state"] | null {
  if (session?.status === "completed") return "completed";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : null;
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { findForCandidate } from "../db/candidate-invitation.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import type { OutsideService } from "../domain/consent.ts";
import { isUuid } from "../domain/ids.ts";
import { type ClosedInvitation, estimateMinutes, type InvitationView } from "../domain/invitation-view.ts";
import { type RoomRecording, roomRecording } from "../domain/room-recording.ts";
import { env } from "../env.ts";
import { configuredSpeaker } from "../speech/configured-speaker.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findForCandidate>>>;

/** A template's free JSON; what it does not say, or says wrongly, falls back word by word. */
const Settings = z
  .object({ name: z.string().min(1).max(60).catch("Ava"), language: z.string().min(2).max(35).catch("en-US") })
  .catch({ name: "Ava", language: "en-US" });

/** Nothing leaves a sandbox and nothing is paid for in it, whatever is configured. */
const SANDBOX = { serverVoice: false, outside: null };

/** What the candidate's page shows for the token of its address, whatever state the invitation is in. */
export async function getInvitationView(token: string): Promise<InvitationView> {
  const found = isUuid(token) ? await findForCandidate(db(), token) : null;
  if (!found) return { state: "not_found" };
  const who = {
    organization: found.organization.name,
    candidateName: found.candidateName ?? found.candidate.name,
    roleTitle: found.template.roleTitle,
    localKey: createHash("sha256").update(found.token).digest("hex").slice(0, 32),
  };
  const closed = closedState(found, await databaseNow(db()));
  if (closed) return { state: closed, ...who };
  const { introduction, avatar, avatarSettings, questions } = found.template;
  return {
    state: found.session ? "in_progress" : "open",
    ...who,
    token: found.token,
    openUntil: found.expiresAt.toISOString(),
    introduction,
    avatar,
    avatarSettings: Settings.parse(avatarSettings),
    questionCount: questions.length,
    minutes: estimateMinutes(questions),
    recording: roomRecording(found.session && (found.session.recordingConfig as Partial<RoomRecording>)),
    ...(found.organization.sandboxOfId
      ? SANDBOX
      : { serverVoice: configuredSpeaker() !== null, outside: outsideService() }),
    consentVersion: found.consentVersion,
  };
}

/** Who works on answers besides this server, as it is configured now. */
function outsideService(): OutsideService | null {
  const { ai } = env();
  if (!ai.enabled || (ai.model === undefined && ai.transcriptionModel === undefined)) return null;
  return {
    host: new URL(ai.baseUrl).hostname,
    scores: ai.model !== undefined,
    transcribes: ai.transcriptionModel !== undefined,
  };
}

/** Finished comes first: who has done the interview should hear that, however old the invitation is by now. */
function closedState({ session, revokedAt, expiresAt }: Found, now: Date): ClosedInvitation["state"] | null {
  if (session?.status === "completed") return "completed";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : null;
}

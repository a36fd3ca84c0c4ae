import { noteSeen } from "../audit/note-seen.ts";
import type { Review, ReviewAnalysis, ReviewAnswer, ReviewQuestion, ReviewRecording } from "../contract/review.ts";
import type { SharedReview } from "../contract/shared-review.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as sessionList from "../db/session-list.ts";
import * as shareLinks from "../db/share-links.ts";
import type { Actor } from "../domain/actor.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { getReview } from "../review/get-review.ts";
import { linkToRecording } from "./link-to-recording.ts";
import { hashShareToken } from "./share-token.ts";

/** A player gets a new link when this one has ended. */
const LINK_SECONDS = 900;

/**
 * The interview that a share link shows.
 * @returns null for an unknown, a revoked and an expired link alike
 */
export async function getSharedInterview(token: string): Promise<SharedReview | null> {
  const link = await findLink(token);
  if (!link) return null;
  const review = await getReview(link.interviewId, actorOf(link));
  await noteSeen(actorOf(link), "share_link.opened", link.interviewId);
  return forOutside(review, token, link.expiresAt);
}

/**
 * A short-lived link to the recording that a share link shows. It never outlives the share link.
 * @throws AppError `share_link_not_found` for an unknown, a revoked and an expired link alike; `recording_not_found`
 */
export async function linkShared(
  token: string,
  { file, download }: { file: number; download: boolean },
): Promise<{ url: string }> {
  const link = await findLink(token);
  const session = link && (await sessionList.findOfInterview(db(), link.interviewId));
  if (!link || !session) throw new AppError("share_link_not_found", "This link does not show anything any more.");
  const left = Math.ceil((link.expiresAt.getTime() - (await databaseNow(db())).getTime()) / 1000);
  const wanted = { file, download, expiresInSeconds: Math.min(LINK_SECONDS, left) };
  const { url } = await linkToRecording(actorOf(link), { ...session, interviewId: link.interviewId }, wanted);
  await noteSeen(actorOf(link), download ? "recording.downloaded" : "recording.viewed", link.interviewId); // a player comes here for every range
  // Under whatever name the page was reached: its policy lets media come from its own origin.
  const { publicUrl } = env();
  return { url: url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url };
}

async function findLink(token: string): Promise<shareLinks.ShareLinkRow | null> {
  const hash = hashShareToken(token);
  return hash === null ? null : shareLinks.findOpen(db(), hash, await databaseNow(db()));
}

function actorOf({ id, organizationId }: shareLinks.ShareLinkRow): Actor {
  return { kind: "share_link", id, organizationId };
}

/** Field by field: what a review gains later is not shown to strangers by itself. */
function forOutside(review: Review, token: string, until: Date): SharedReview {
  const { interview_id, sandbox, state, template, session, candidate, recording, questions, more_questions_after } =
    review;
  const shown = review.standing_analysis ?? review.analysis; // a newer one without scores is our concern
  return {
    interview_id,
    sandbox,
    state,
    template,
    session,
    candidate: { name: candidate.name },
    recording: recording && sharedRecording(recording, token),
    questions: questions.map(sharedQuestion),
    more_questions_after,
    analysis: shown && sharedAnalysis(shown),
    shared_until: until.toISOString(),
  };
}

/** Its usual addresses want a sign-in and name the session. */
function sharedRecording(recording: ReviewRecording, token: string): ReviewRecording {
  const address = (file: number) => `/api/share/${token}/media?file=${file}`;
  return {
    ...recording,
    late_parts: null,
    media_url: recording.media_url && address(1),
    other_files: recording.other_files.map((file, index) => ({ ...file, media_url: address(index + 2) })),
    error: null,
  };
}

/** What counts; earlier takes and notes on how somebody speaks stay inside. */
function sharedQuestion(question: ReviewQuestion): ReviewQuestion {
  const answer = question.answer && sharedAnswer(question.answer);
  return { ...question, answer, retakes: [], coaching: null };
}

/** What speech recognition heard before the candidate corrected it is no caption for strangers either. */
function sharedAnswer(answer: ReviewAnswer): ReviewAnswer {
  const { spoken_text: spoken, recognized_text: recognized } = answer;
  return { ...answer, recognized_text: null, spoken_text: spoken === recognized ? null : spoken };
}

/** Scores with their method; neither costs nor who asked for them. */
function sharedAnalysis(analysis: ReviewAnalysis): ReviewAnalysis {
  return { ...analysis, error: null, calls_summary: null, versions: [] };
}

import type { Db } from "./client.ts";
import { CUT_BY } from "./cut-settings.ts";
import { DECIDED } from "./decisions.ts";
import { versionOf } from "./interview-version.ts";

/** Of the version that the interview keeps. */
const SHOWN = { roleTitle: true, passThreshold: true, failThreshold: true } as const;

const LATEST_ANALYSIS = {
  orderBy: { version: "desc" },
  take: 1,
  include: { scores: true, cutSetting: CUT_BY },
} as const;

/**
 * One interview with everything a person needs to judge it but its questions, or null: absent and not yours look the same.
 * Decisions come latest first.
 */
export async function find(db: Db, organizationId: string, interviewId: string) {
  const found = await db.interview.findFirst({
    where: { id: interviewId, organizationId },
    select: {
      id: true,
      candidateName: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      consentVersion: true,
      consentedAt: true,
      consentById: true,
      consents: { orderBy: { id: "desc" }, take: 1, select: { text: { select: { text: true } } } },
      organization: { select: { sandboxOfId: true } },
      candidate: { select: { id: true, name: true, email: true, deletionRequestedAt: true } },
      template: { select: { name: true, coachingNotes: true, publishedVersion: { select: SHOWN } } },
      templateVersion: { select: SHOWN },
      session: {
        include: {
          recording: { include: { segments: { orderBy: { index: "asc" } } } },
          analyses: LATEST_ANALYSIS,
          decisions: {
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            include: DECIDED,
          },
          events: { orderBy: { id: "asc" } },
        },
      },
    },
  });
  if (!found) return null;
  const { name, coachingNotes } = found.template;
  return { ...found, template: { name, coachingNotes, ...versionOf(found) } };
}
export type ReviewRow = NonNullable<Awaited<ReturnType<typeof find>>>;

/** What the questions of an interview are shown with, or null: absent and not yours look the same. */
export function findAsked(db: Db, organizationId: string, interviewId: string) {
  return db.interview.findFirst({
    where: { id: interviewId, organizationId },
    select: {
      id: true,
      template: { select: { coachingNotes: true } },
      session: {
        select: { id: true, recording: { include: { segments: { orderBy: { index: "asc" } } } } },
      },
    },
  });
}
export type AskedRow = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** Questions of a session in the order they were asked, beyond a position; their answers latest first. */
export function questions(db: Db, sessionId: string, after: number, limit: number) {
  return db.question.findMany({
    where: { sessionId, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
    omit: { metadata: true },
    include: {
      answers: {
        orderBy: { position: "desc" },
        omit: { metadata: true },
        include: { transcripts: { orderBy: { createdAt: "desc" } } },
      },
    },
  });
}
export type ReviewQuestionRow = Awaited<ReturnType<typeof questions>>[number];

/** What an analysis found in these questions. */
export function questionAnalyses(db: Db, analysisId: string, questionIds: string[]) {
  return db.questionAnalysis.findMany({ where: { analysisId, questionId: { in: questionIds } } });
}
export type QuestionAnalysisRow = Awaited<ReturnType<typeof questionAnalyses>>[number];

/** The session that a decision would be about, or null when the organisation has no such interview. */
export function findSession(db: Db, organizationId: string, interviewId: string) {
  return db.interview.findFirst({
    where: { id: interviewId, organizationId },
    select: { session: { select: { id: true, status: true } } },
  });
}

/** What is published of a session and scored so far, by version; 0: nothing. */
export async function findVersions(db: Db, sessionId: string): Promise<{ recording: number; analysis: number }> {
  const recording = await db.recording.findUnique({ where: { sessionId }, select: { version: true } });
  const where = { sessionId, status: "completed" } as const;
  const { _max } = await db.analysis.aggregate({ where, _max: { version: true } });
  return { recording: recording?.version ?? 0, analysis: _max.version ?? 0 };
}

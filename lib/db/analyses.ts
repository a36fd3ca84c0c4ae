import type { Coverage } from "../domain/coverage.ts";
import type { CriterionScore } from "../domain/criteria.ts";
import type { LookReason } from "../domain/look-reasons.ts";
import { type FinalStatus, NEXT_JOB, sourcesOf } from "../domain/status.ts";
import type { Happened } from "../words/happened.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { Prisma } from "./generated/client.ts";
import { versionWith } from "./interview-version.ts";

/** Who wants an interview scored, and by what. Without it, the end of the interview does, by what is configured. */
export type AnalysisRequest = { scorer: "configured" | "offline"; requestedById: string | null; runId: string };

/**
 * Adds the next version of a session's analysis, `pending`. Versions are never overwritten. Those that nobody asked for share a run:
 * what has been scored before the candidate came back is not paid for again.
 */
export async function createNext(
  db: Db,
  session: { id: string; organizationId: string },
  request?: AnalysisRequest,
): Promise<string> {
  const last = await db.analysis.aggregate({ where: { sessionId: session.id }, _max: { version: true } });
  const before = request ?? (await findLastAutomatic(db, session.id));
  const { id } = await db.analysis.create({
    data: {
      organizationId: session.organizationId,
      sessionId: session.id,
      version: (last._max.version ?? 0) + 1,
      ...(before ? { runId: before.runId } : {}),
      ...(request ? { requestedScorer: request.scorer, requestedById: request.requestedById } : {}),
    },
    select: { id: true },
  });
  return id;
}

function findLastAutomatic(db: Db, sessionId: string) {
  return db.analysis.findFirst({
    where: { sessionId, requestedById: null },
    orderBy: { version: "desc" },
    select: { runId: true },
  });
}

/** The latest version of a session's analysis: where it stands, and who was to make it. */
export function findStanding(db: Db, sessionId: string) {
  return db.analysis.findFirst({
    where: { sessionId },
    orderBy: { version: "desc" },
    select: { id: true, organizationId: true, version: true, status: true, requestedScorer: true, startedAt: true },
  });
}

/** The latest version, of this scorer where one is named: where it stands. Holds the session, so that two who ask make one. */
export async function lockLatest(db: Db, organizationId: string, sessionId: string, requestedScorer?: string) {
  await db.$queryRaw`SELECT 1 FROM sessions WHERE id = ${sessionId}::uuid FOR UPDATE`;
  return db.analysis.findFirst({
    where: { organizationId, sessionId, ...(requestedScorer ? { requestedScorer } : {}) },
    orderBy: { version: "desc" },
    select: { version: true, status: true, runId: true },
  });
}

/** Takes an analysis up, also one whose worker died. False when it is done or gone. */
export async function claim(db: Db, id: string): Promise<boolean> {
  const { count } = await db.analysis.updateMany({
    where: { id, status: { in: sourcesOf(NEXT_JOB, "processing") } },
    data: { status: "processing", startedAt: await databaseNow(db), error: Prisma.DbNull },
  });
  return count === 1;
}

/** Whose analysis it is, and who is to make it. */
export function getRun(db: Db, id: string) {
  return db.analysis.findUniqueOrThrow({
    where: { id },
    select: { sessionId: true, runId: true, requestedScorer: true },
  });
}

/** Where it stands, or null. */
export function findRun(db: Db, id: string) {
  return db.analysis.findUnique({
    where: { id },
    select: { sessionId: true, status: true, createdAt: true, version: true },
  });
}
export type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>;

const NEWEST_TRANSCRIPT = {
  orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  take: 1,
  select: { text: true, language: true, confidence: true, spans: true, quality: true },
} as const satisfies Prisma.Answer$transcriptsArgs;

/** A session with all that is scored: its questions in order, the answer of each that counts first. */
export const FOR_SCORING = {
  id: true,
  candidate: { select: { name: true, email: true } },
  interview: { select: { candidateName: true, ...versionWith({ include: { questions: true } }) } },
  questions: {
    orderBy: { position: "asc" },
    include: {
      answers: { orderBy: { position: "desc" }, take: 1, include: { transcripts: NEWEST_TRANSCRIPT } },
    },
  },
} as const satisfies Prisma.SessionSelect;

export type SessionForScoring = Prisma.SessionGetPayload<{ select: typeof FOR_SCORING }>;

/** An analysis with the session that is scored. */
export function getForScoring(db: Db, id: string) {
  return db.analysis.findUniqueOrThrow({ where: { id }, select: { id: true, session: { select: FOR_SCORING } } });
}

/** Notes what an analysis is made of, before anything is made. */
export async function noteInput(db: Db, id: string, inputHash: string): Promise<void> {
  await db.analysis.update({ where: { id }, data: { inputHash } });
}

export type CompletedAnalysis = {
  method: string;
  host: string | null;
  model: string | null;
  rubricVersion: string;
  promptVersion: string | null;
  evidenceCoverage: number;
  scores: CriterionScore[];
  overallScore: number | null;
  overallStandardError: number | null;
  rubricScore: number | null;
  overallFeedback: string;
  flags: Prisma.InputJsonValue;
  finalStatus: FinalStatus;
  coverage: Coverage;
  lookReasons: LookReason[];
  /** By which cuts it recommends; null: by the template's thresholds, or not at all. */
  cutSettingId: string | null;
};

export type NewQuestionAnalysis = {
  questionId: string;
  answerId: string | null;
  status: string;
  textSource: string | null;
  score: number | null;
  standardError: number | null;
  listen: Prisma.InputJsonValue;
  modelScores: Prisma.InputJsonValue;
  rubricScore: number | null;
  rubricLevels: Prisma.InputJsonValue;
  spread: Prisma.InputJsonValue;
  samples: Prisma.InputJsonValue;
  levels: Prisma.InputJsonValue;
  feedback: string;
  strengths: string[];
  improvements: string[];
  evidence: Prisma.InputJsonValue;
  flags: Prisma.InputJsonValue;
};

/** Which version of whose analysis it is. */
export function describe(db: Db, id: string) {
  return db.analysis.findUniqueOrThrow({
    where: { id },
    select: {
      organizationId: true,
      version: true,
      finalStatus: true,
      session: { select: { interviewId: true, status: true } },
    },
  });
}

/** `processing → completed` with everything it found: true for the one call that did it; the others store nothing. */
export async function complete(
  db: Db,
  id: string,
  { scores, cutSettingId, ...result }: CompletedAnalysis,
  questions: NewQuestionAnalysis[],
): Promise<boolean> {
  const { count } = await db.analysis.updateMany({
    where: { id, status: { in: sourcesOf(NEXT_JOB, "completed") } },
    data: {
      ...result,
      cutSettingId: cutSettingId === null ? null : BigInt(cutSettingId),
      status: "completed",
      completedAt: await databaseNow(db),
    },
  });
  if (count === 0) return false;
  await db.analysisScore.createMany({ data: scores.map((score) => ({ ...score, analysisId: id })) });
  await db.questionAnalysis.createMany({ data: questions.map((question) => ({ ...question, analysisId: id })) });
  return true;
}

/**
 * @param reason for the recruiter to read
 * @returns whether it was this call that failed it
 */
export async function fail(db: Db, id: string, reason: Happened): Promise<boolean> {
  const { count } = await db.analysis.updateMany({
    where: { id, status: { in: sourcesOf(NEXT_JOB, "failed") } },
    data: { status: "failed", error: reason, completedAt: await databaseNow(db) },
  });
  return count === 1;
}

/** Some versions of a session's analysis, each with its questions in order. Those that are not there are left out. */
export function findVersions(db: Db, organizationId: string, sessionId: string, versions: number[]) {
  return db.analysis.findMany({
    where: { organizationId, sessionId, version: { in: versions } },
    include: {
      scores: true,
      questions: {
        orderBy: { question: { position: "asc" } },
        include: { question: { select: { text: true, position: true } } },
      },
    },
  });
}
export type ComparedRow = Awaited<ReturnType<typeof findVersions>>[number];

/** What tells when something was said. */
const TIMED_ANSWER = {
  text: true,
  answeredBy: true,
  recognizedText: true,
  durationSeconds: true,
  segmentIndex: true,
  segmentOffsetMs: true,
  transcripts: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { text: true, spans: true } },
} as const satisfies Prisma.AnswerSelect;

/** What it came to, and what it says of each question, in their order. */
export const WITH_QUESTIONS = {
  scores: true,
  questions: {
    orderBy: { question: { position: "asc" } },
    include: { question: { select: { text: true, type: true } }, answer: { select: TIMED_ANSWER } },
  },
} as const satisfies Prisma.AnalysisInclude;

/** The latest version of a session's analysis with its questions in order, or null. */
export function findLatest(db: Db, organizationId: string, sessionId: string) {
  return db.analysis.findFirst({
    where: { organizationId, sessionId },
    orderBy: { version: "desc" },
    include: WITH_QUESTIONS,
  });
}

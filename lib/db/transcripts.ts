import type { SoundQuality, SoundSigns } from "../domain/sound-signs.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** What a model heard in one answer, and when, in milliseconds from the answer's beginning. */
export type NewTranscript = {
  answerId: string;
  text: string;
  language: string | null;
  confidence: number | null;
  spans: { text: string; start_ms: number; end_ms: number; confidence?: number }[];
  /** What the spans are. */
  timed: "words" | "segments" | "none";
  /** Of the endpoint; `local`: this machine. */
  host: string;
  model: string;
  /** Of a model of this machine: which weights, what ran them, and the seconds of sound and of work; null: of an endpoint. */
  modelSha256: string | null;
  engine: string | null;
  soundSeconds: number | null;
  workSeconds: number | null;
  /** Whether its words can be trusted, and what was measured; null where nothing was. */
  quality: SoundQuality | null;
  signs: SoundSigns | null;
  /** Of what was listened to. */
  soundHash: string;
};

/** Adds a transcript beside those that are there. The candidate's own text is not touched. */
export async function add(db: Db, { quality, signs, ...transcript }: NewTranscript): Promise<void> {
  await db.transcript.create({
    data: { ...transcript, quality: quality ?? Prisma.DbNull, signs: signs ?? Prisma.DbNull },
  });
}

/**
 * The questions of a session in order with the answer of each that counts, and what this model of this host has transcribed of it last; and
 * every mark that tells where something else begins.
 */
export async function listAnswers(db: Db, sessionId: string, by: { host: string; model: string }) {
  const mark = { segmentIndex: true, segmentOffsetMs: true } as const;
  const questions = await db.question.findMany({
    where: { sessionId },
    orderBy: { position: "asc" },
    select: {
      ...mark,
      id: true,
      answers: {
        orderBy: { position: "desc" },
        select: {
          ...mark,
          id: true,
          text: true,
          answeredBy: true,
          durationSeconds: true,
          transcripts: {
            where: by,
            orderBy: [{ createdAt: "desc" }, { id: "desc" }],
            take: 1,
            select: { soundHash: true },
          },
        },
      },
    },
  });
  const marks = questions.flatMap(({ answers, ...question }) => [question, ...answers]);
  const answers = questions.flatMap(({ id: questionId, answers: [counted] }) => {
    if (!counted) return [];
    const { transcripts, ...answer } = counted;
    return [{ ...answer, questionId, transcript: transcripts[0] ?? null }];
  });
  return { answers, marks };
}

/** What must be known of an answer before its sound is listened to; null where it is gone. */
export async function findSpoken(db: Db, answerId: string) {
  const answer = await db.answer.findUnique({
    where: { id: answerId },
    select: {
      position: true,
      question: { select: { answers: { orderBy: { position: "desc" }, take: 1, select: { id: true } } } },
      session: {
        select: {
          status: true,
          endedAt: true,
          provisionalAt: true,
          interview: { select: { locale: true } },
          organization: { select: { sandboxOfId: true } },
        },
      },
    },
  });
  if (!answer) return null;
  const { session, question } = answer;
  const { status, endedAt, provisionalAt } = session;
  return {
    counts: question.answers[0]?.id === answerId,
    language: session.interview.locale,
    isSandbox: session.organization.sandboxOfId !== null,
    /** Since when no more is expected of its candidate; null: they are at it. */
    silentSince: status === "completed" ? endedAt : provisionalAt,
  };
}

/** The language that a session's candidate is spoken to in, BCP 47. */
export async function languageOf(db: Db, sessionId: string): Promise<string | null> {
  const found = await db.session.findUnique({
    where: { id: sessionId },
    select: { interview: { select: { locale: true } } },
  });
  return found?.interview.locale ?? null;
}

/** How many answers of a session have words that are newer: written down, or put right by the candidate. */
export async function countNewer(db: Db, sessionId: string, since: Date): Promise<number> {
  return db.answer.count({
    where: {
      sessionId,
      OR: [{ correctedAt: { gt: since } }, { transcripts: { some: { createdAt: { gt: since }, text: { not: "" } } } }],
    },
  });
}

/** How much of a session this model has heard, in seconds of sound. */
export async function secondsHeard(db: Db, sessionId: string, by: { host: string; model: string }): Promise<number> {
  const { _sum } = await db.transcript.aggregate({
    where: { ...by, answer: { sessionId } },
    _sum: { soundSeconds: true },
  });
  return _sum.soundSeconds ?? 0;
}

import type { Db } from "./client.ts";

/** What a model heard in one answer, and when, in milliseconds from the answer's beginning. */
export type NewTranscript = {
  answerId: string;
  text: string;
  language: string | null;
  confidence: number | null;
  spans: { text: string; start_ms: number; end_ms: number; confidence?: number }[];
  host: string;
  model: string;
  /** Of what was listened to. */
  soundHash: string;
};

/** Adds a transcript beside those that are there. The candidate's own text is not touched. */
export async function add(db: Db, transcript: NewTranscript): Promise<void> {
  await db.transcript.create({ data: transcript });
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

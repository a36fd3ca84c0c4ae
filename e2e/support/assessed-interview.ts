import { db } from "../../lib/db/client.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { CRITERIA, type CriterionScores } from "../../lib/domain/criteria.ts";
import type { LookReason } from "../../lib/domain/look-reasons.ts";
import type { FinalStatus, JobStatus } from "../../lib/domain/status.ts";
import { interviewMaker } from "../../lib/testing/interviews.ts";

/** What a test wants an analysis to be; what it leaves out is as with a fresh row. */
export type GivenAnalysis = {
  status: JobStatus;
  method?: string;
  model?: string;
  host?: string;
  rubricVersion?: string;
  promptVersion?: string;
  spread?: Partial<CriterionScores>;
  errors?: Partial<CriterionScores>;
  overallStandardError?: number;
  evidenceCoverage?: number;
  scores?: Partial<CriterionScores>;
  overallScore?: number | null;
  rubricScore?: number;
  overallFeedback?: string;
  flags?: object[];
  finalStatus?: FinalStatus;
  lookReasons?: LookReason[];
  error?: { code: string; params: Record<string, string | number> };
  requestedById?: string;
  completedAt?: Date | null;
  questions?: GivenQuestion[];
  /** How many calls to the model it took: 1,200 tokens in and 300 out each, one of them tried twice. */
  calls?: number;
};

/** What an analysis says of one answer, in the order of the questions. */
export type GivenQuestion = {
  status?: "assessed" | "insufficient" | "not_assessed";
  textSource?: "candidate" | "transcript" | null;
  score: number | null;
  standardError?: number;
  listen?: object[];
  modelScores?: object[];
  rubricScore?: number;
  levels: object;
  spread?: object;
  samples?: object[];
  feedback: string;
  strengths?: string[];
  improvements?: string[];
  evidence?: object[];
  flags?: object[];
};

type GivenAnswer = { text: string; answeredBy?: string; recognizedText?: string; durationSeconds?: number };

const QUESTIONS = [
  { text: "How would you find out why an endpoint has become slow?", type: "technical", difficulty: "hard" },
  { text: "Tell me about a time when you disagreed with a colleague.", type: "behavioral", difficulty: "medium" },
  { text: "What does ownership mean to you?", type: "culture", difficulty: "easy" },
];

export const ANSWERS: GivenAnswer[] = [
  {
    text:
      "I would measure before changing anything. I compared the latency percentiles of our largest customers in a trace, " +
      "and EXPLAIN ANALYZE showed a sequential scan. We added an index on customer and date, and p99 fell to 80 ms.",
    durationSeconds: 62,
  },
  {
    text:
      "My colleague wanted a rewrite. I asked what hurt most, we wrote both plans on one page, and chose to carve out " +
      "one module first. It took three weeks instead of six months.",
    durationSeconds: 48,
  },
  { text: "", answeredBy: "skipped" },
];

export type AssessedInterview = {
  id: string;
  /** Writes. */
  sessionId: string;
  /** What readers are shown. */
  publicId: string;
  candidateId: number;
  questionIds: string[];
};

/** A finished interview of three questions with whatever analyses a test wants, the first one given the oldest. */
export async function assessedInterview(
  actor: Actor,
  analyses: GivenAnalysis[],
  answers: GivenAnswer[] = ANSWERS,
): Promise<AssessedInterview> {
  const make = await interviewMaker(actor);
  const made = await make({
    name: "Ada Lovelace",
    email: `${crypto.randomUUID()}@example.com`,
    session: "completed",
  });
  const sessionId = made.sessionId as string;
  const questionIds = await askAndAnswer(sessionId, answers);
  await addAnalyses(actor, { sessionId, questionIds }, analyses);
  return { id: made.id, sessionId, publicId: made.publicId as string, candidateId: made.candidateId, questionIds };
}

/** Questions with their answers, two seconds of the recording apart. */
export async function askAndAnswer(sessionId: string, answers = ANSWERS): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, question] of QUESTIONS.entries()) {
    const place = { segmentIndex: 0, segmentOffsetMs: index * 2_000 };
    const { id } = await db().question.create({
      data: { ...question, ...place, sessionId, position: index + 1, avatar: "default" },
    });
    const answer = answers[index];
    if (answer) {
      await db().answer.create({ data: { ...answer, ...place, sessionId, questionId: id, position: index + 1 } });
    }
    ids.push(id);
  }
  return ids;
}

/** Adds analyses to what a session has, each as the next version. */
export async function addAnalyses(
  { organizationId }: Actor,
  { sessionId, questionIds }: Pick<AssessedInterview, "sessionId" | "questionIds">,
  analyses: GivenAnalysis[],
): Promise<void> {
  const answers = await db().answer.findMany({ where: { sessionId } });
  const had = await db().analysis.count({ where: { sessionId } });
  for (const [
    index,
    { questions = [], calls = 0, scores = {}, spread = {}, errors = {}, ...analysis },
  ] of analyses.entries()) {
    const of = { organizationId, sessionId, version: had + index + 1 };
    const completed = analysis.status === "completed" ? CRITERIA : [];
    const stored = completed.map((criterion) => ({
      criterion,
      score: scores[criterion] ?? null,
      spread: spread[criterion] ?? null,
      standardError: errors[criterion] ?? null,
    }));
    const { id, runId } = await db().analysis.create({
      data: { completedAt: new Date(), ...analysis, ...of, scores: { create: stored } },
    });
    await db().questionAnalysis.createMany({
      data: questions.map(({ strengths = [], improvements = [], evidence = [], ...question }, at) => ({
        ...question,
        ...{ analysisId: id, strengths, improvements, evidence },
        questionId: questionIds[at] ?? "",
        answerId: answers.find(({ questionId }) => questionId === questionIds[at])?.id ?? null,
      })),
    });
    await addCalls({ analysisId: id, runId }, analysis, calls);
  }
}

async function addCalls(
  of: { analysisId: string; runId: string },
  { host = "", model = "", promptVersion = "", rubricVersion = "" }: GivenAnalysis,
  count: number,
): Promise<void> {
  await db().analysisCall.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      ...of,
      ...{ host, promptVersion, rubricVersion, scorerVersion: "1", requestedModel: model, returnedModel: model },
      ...{ key: String(index), purpose: "score", parametersSent: {}, parametersDropped: [], rawOutput: "{}" },
      ...{ inputTokens: 1_200, outputTokens: 300, cost: 0.0012, latencyMs: 900, retries: index === 0 ? 1 : 0 },
    })),
  });
}

import { ProviderError } from "../ai/chat.ts";
import { ScorerError } from "../ai/scorer-error.ts";
import * as analyses from "../db/analyses.ts";
import { type Db, db, transaction } from "../db/client.ts";
import * as cutSettings from "../db/cut-settings.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import { versionOf } from "../db/interview-version.ts";
import * as organizations from "../db/organizations.ts";
import * as scoringAudits from "../db/scoring-audits.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { CRITERIA } from "../domain/criteria.ts";
import { scorerKey } from "../domain/cuts.ts";
import { describeError, logger } from "../logger.ts";
import { addJob } from "../queue/add-job.ts";
import type { LocalSpeech } from "../transcription/local-speech.ts";
import { requestUnheard } from "../transcription/request-unheard.ts";
import { transcribeAnswers } from "../transcription/transcribe-answers.ts";
import { waitsForWords } from "../transcription/words-to-wait-for.ts";
import { CONFIGURED, SANDBOX, type Tools } from "./configured-scorer.ts";
import { complete, fail } from "./end-analysis.ts";
import { inputHash } from "./pipeline/input-hash.ts";
import type { InterviewInput } from "./pipeline/interview-input.ts";
import { type InterviewScore, scoreInterview } from "./pipeline/score-interview.ts";
import { toInput } from "./pipeline/to-input.ts";
import type { Scorer } from "./scorer.ts";
import { storedCalls } from "./stored-calls.ts";

/**
 * Scores one analysis: `pending → processing → completed | failed`. Safe to run again after its worker died: a finished one
 * is left alone, and a finished call is not paid for twice. Providers have been tried again by then, so their error becomes the
 * reason of a failed analysis, never a number; any other error lets the queue try again.
 */
export async function runAnalysis({ analysisId }: { analysisId: string }, tools: Tools = CONFIGURED): Promise<void> {
  if (await waits(analysisId, tools)) return;
  if (!(await analyses.claim(db(), analysisId))) return;
  try {
    const scored = await score(analysisId, tools);
    await unlessRestricted(analysisId, (tx) => complete(tx, analysisId, toRow(scored), scored.questions));
  } catch (error) {
    if (!(error instanceof ScorerError || error instanceof ProviderError)) throw error;
    logger.error({ analysis_id: analysisId, reason: error.reason, ...describeError(error) }, "scoring failed");
    await unlessRestricted(analysisId, (tx) => fail(tx, analysisId, error.told));
  }
}

/**
 * Whether it has to wait for words that are still being written down. Whatever writes the last of them down begins it; it begins anyhow
 * when the wait is over, and a new version follows when they come.
 */
async function waits(analysisId: string, given: Tools): Promise<boolean> {
  const run = await analyses.findRun(db(), analysisId);
  if (run?.status !== "pending") return false;
  const { sessionId, createdAt } = run;
  const speech = (await toolsFor(sessionId, given)).speech?.();
  if (!speech) return false;
  if (run.version > 1 || (await tasks.anyUnasked(db(), sessionId))) await requestOnce(run, speech.words);
  const until = await waitsForWords(db(), sessionId, createdAt, speech.waitMs);
  if (until) await transaction((tx) => addJob(tx, "analysis.run", { analysisId }, { startAfter: until }));
  return until !== null;
}

/** Whoever asks for scores anew asks for what was not written down, too, and so does what was said before an upgrade: once. */
async function requestOnce({ sessionId, createdAt }: analyses.Run, words: LocalSpeech): Promise<void> {
  if (!(await tasks.anyEndedSince(db(), sessionId, createdAt))) await requestUnheard(sessionId, words);
}

async function toolsFor(sessionId: string, given: Tools): Promise<Tools> {
  return (await organizations.isSandboxSession(db(), sessionId)) ? SANDBOX : given;
}

/** While the candidate asks for deletion nothing comes of it: it is run again when that is over, and pays for no call twice. */
async function unlessRestricted(analysisId: string, store: (tx: Db) => Promise<void>): Promise<void> {
  await transaction(async (tx) => {
    if (!(await deletionRequests.findStanding(tx, { analysisId }, true))) await store(tx);
  });
}

async function score(analysisId: string, given: Tools): Promise<InterviewScore> {
  const { runId, requestedScorer, sessionId } = await analyses.getRun(db(), analysisId);
  const tools = await toolsFor(sessionId, given);
  const calls = storedCalls({ analysisId, runId });
  const transcriber = tools.transcriberFor(requestedScorer);
  if (transcriber) await transcribeAnswers(sessionId, transcriber, calls);
  const { session } = await analyses.getForScoring(db(), analysisId);
  const scorer = tools.scorerFor(requestedScorer);
  const versionId = versionOf(session.interview).id;
  const cuts = await cutSettings.findInForce(db(), versionId, scorerKey(scorer.identity));
  const input = await judgedByAudit(toInput(session, cuts), versionId, scorer);
  await analyses.noteInput(db(), analysisId, inputHash(input, scorer.identity));
  return scoreInterview(input, scorer, calls, tools.concurrency(), tools.hear);
}

/** Whose scores failed their last audit on this version of the template, recommends nothing by it. */
async function judgedByAudit(input: InterviewInput, versionId: string, { identity }: Scorer): Promise<InterviewInput> {
  if (!(await scoringAudits.hasFailed(db(), versionId, identity.rubricVersion))) return input;
  return { ...input, rules: { ...input.rules, auditFailed: true } };
}

function toRow({ identity, categories, ...score }: InterviewScore): analyses.CompletedAnalysis {
  return {
    method: identity.method,
    host: identity.host,
    model: identity.model,
    rubricVersion: identity.rubricVersion,
    promptVersion: identity.promptVersion,
    evidenceCoverage: score.evidenceCoverage,
    scores: CRITERIA.map((criterion) => ({
      criterion,
      score: categories[criterion],
      spread: score.spread[criterion],
      standardError: score.standardErrors.criteria[criterion],
    })),
    overallScore: score.overall,
    overallStandardError: score.standardErrors.overall,
    rubricScore: score.rubricScore,
    overallFeedback: score.overallFeedback,
    flags: score.flags,
    finalStatus: score.recommendation,
    coverage: score.coverage,
    lookReasons: score.lookReasons,
    cutSettingId: score.cutSettingId,
  };
}

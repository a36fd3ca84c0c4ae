import { coachingNotes } from "../analysis/coaching.ts";
import { methodLabel } from "../analysis/method-label.ts";
import { markQuote } from "../analysis/pipeline/place-evidence.ts";
import { presentCoverage, presentReasons } from "../analysis/present-coverage.ts";
import type { Evidence, Flag } from "../analysis/scorer.ts";
import { mediaUrl } from "../contract/media-url.ts";
import type {
  AnalysisVersion,
  CallsSummary,
  CategoryLevels,
  Review,
  ReviewAnalysis,
  ReviewAnswer,
  ReviewCoaching,
  ReviewDecision,
  ReviewEvent,
  ReviewQuestion,
  ReviewQuestionAnalysis,
  ReviewRecording,
} from "../contract/review.ts";
import type { CallTotals, VersionRow } from "../db/analysis-versions.ts";
import type { DecisionRow } from "../db/decisions.ts";
import type { LateParts } from "../db/late-parts.ts";
import type { ReviewRow } from "../db/reviews.ts";
import { isTextSpoken, spokenWordings, wasSkipped } from "../domain/answer.ts";
import { interviewState } from "../domain/interview-state.ts";
import { type MediaMark, type PublishedFiles, toFileMoment } from "../domain/media-time.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import { NO_SCORES } from "../domain/scoring.ts";
import { presentGaps } from "../recording/present-gaps.ts";
import { presentLateParts } from "../recording/present-late-parts.ts";
import { presentOtherFiles } from "../recording/present-other-files.ts";
import { decidedBy } from "./decided-by.ts";

type SessionRow = NonNullable<ReviewRow["session"]>;
type RecordingRow = NonNullable<SessionRow["recording"]>;
type QuestionRow = SessionRow["questions"][number];
type AnswerRow = QuestionRow["answers"][number];
type AnalysisRow = SessionRow["analyses"][number];
/**
 * All analyses of an interview in a line each, what the calls for the latest came to, and, while that one is not
 * completed, the latest that is.
 */
export type Made = {
  versions: VersionRow[];
  calls: CallTotals;
  standing: { row: AnalysisRow; calls: CallTotals } | null;
};

/** What is asked for beside the interview itself. */
export type Beside = {
  lateParts: LateParts | null;
  /** What the member or key is called that agreed in the candidate's place. */
  consentBy: string | null;
};

/** An interview as it is reviewed. Neither the candidate's link nor the ids that open it for writing are in it. */
export function presentReview(row: ReviewRow, made: Made | null, { lateParts, consentBy }: Beside, now: Date): Review {
  const { session } = row;
  const files = filesOf(session?.recording ?? null);
  const analysis = session?.analyses[0] ?? null;
  const standing = made?.standing ?? null;
  const scored = analysis?.status === "completed" ? analysis : (standing?.row ?? null);
  return {
    interview_id: row.id,
    sandbox: row.organization.sandboxOfId !== null,
    state: interviewState(
      { ...row, sessionStatus: session?.status ?? null, lastSeenAt: session?.lastSeenAt ?? null },
      now,
    ),
    invited_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    consent_text: row.consents[0]?.text?.text ?? null,
    consent_basis: (session?.consentBasis ?? null) as Review["consent_basis"],
    consent:
      row.consentVersion && row.consentedAt
        ? { version: row.consentVersion, at: row.consentedAt.toISOString(), by: consentBy }
        : null,
    candidate: {
      id: row.candidate.id,
      name: row.candidateName ?? row.candidate.name,
      email: row.candidate.email,
      deletion_requested_at: row.candidate.deletionRequestedAt?.toISOString() ?? null,
    },
    template: {
      name: row.template.name,
      role_title: row.template.roleTitle,
      pass_threshold: row.template.passThreshold,
      fail_threshold: row.template.failThreshold,
    },
    session: session && {
      status: session.status,
      started_at: session.startedAt.toISOString(),
      ended_at: session.endedAt?.toISOString() ?? null,
      browser: session.browserInfo,
      network_quality: session.networkQuality,
    },
    recording: session?.recording ? presentRecording(session, session.recording, lateParts) : null,
    questions:
      session?.questions.map((question) => ({
        ...presentQuestion(question, files, scored),
        coaching: row.template.coachingNotes ? presentCoaching(question.answers[0] ?? null) : null,
      })) ?? [],
    analysis: analysis && made && presentAnalysis(analysis, made.calls, made.versions),
    standing_analysis: standing && made && presentAnalysis(standing.row, standing.calls, made.versions),
    decisions: session?.decisions.map(presentDecision) ?? [],
    technical_issues: presentEvents(session, files, "technical_issue"),
    session_logs: presentEvents(session, files, "log"),
  };
}

function filesOf(recording: RecordingRow | null): PublishedFiles {
  return { segments: recording?.segments ?? [], sideFiles: (recording?.playlist ?? []) as PlaylistFile[] };
}

/** @param mark null: nobody knows where it was */
function playedFrom(mark: MediaMark | null, files: PublishedFiles) {
  const moment = mark && toFileMoment(mark, files);
  return { media_offset_seconds: moment?.seconds ?? null, media_file: moment?.file ?? 1 };
}

function presentRecording(session: SessionRow, recording: RecordingRow, lateParts: LateParts | null): ReviewRecording {
  return {
    version: recording.version,
    late_parts: lateParts && presentLateParts(lateParts),
    status: recording.status,
    processing_status: recording.processingStatus,
    media_url: recording.file && mediaUrl(session.candidateId, session.publicId),
    kind: recording.mimeType?.startsWith("audio/") ? "audio" : "video",
    mime_type: recording.mimeType,
    duration_seconds: recording.durationSeconds,
    size_bytes: recording.sizeBytes === null ? null : Number(recording.sizeBytes),
    format: recording.format,
    quality: recording.quality,
    provisional: recording.provisional,
    gaps: presentGaps(recording.gaps),
    other_files: presentOtherFiles(session, recording.playlist),
    error: recording.error,
  };
}

function presentQuestion(
  question: QuestionRow,
  files: PublishedFiles,
  scored: AnalysisRow | null,
): Omit<ReviewQuestion, "coaching"> {
  const [answer, ...retakes] = question.answers.map((row) => presentAnswer(row, files));
  const found = scored?.questions.find(({ questionId }) => questionId === question.id);
  return {
    question_id: question.id,
    position: question.position,
    text: question.text,
    type: question.type,
    difficulty: question.difficulty,
    ...playedFrom(question, files),
    asked_at: question.askedAt.toISOString(),
    answer: answer ?? null,
    retakes,
    analysis: found ? presentQuestionAnalysis(found, question.answers, files) : null,
  };
}

function presentAnswer(answer: AnswerRow, files: PublishedFiles): ReviewAnswer {
  return {
    answer_id: answer.id,
    text: answer.text,
    recognized_text: answer.recognizedText,
    answered_by: answer.answeredBy,
    spoken_text: spokenWordings(answer)[0] ?? null,
    transcripts: answer.transcripts.map(({ text, model, createdAt }) => ({
      text,
      model,
      created_at: createdAt.toISOString(),
    })),
    skipped: wasSkipped(answer),
    duration_seconds: answer.durationSeconds,
    audio_quality: answer.audioQuality,
    confidence: answer.confidence,
    ...playedFrom(answer, files),
    answered_at: answer.answeredAt.toISOString(),
  };
}

/** Notes on what was spoken. Whoever also wrote took time for it, so there is no speaking rate. */
function presentCoaching(answer: AnswerRow | null): ReviewCoaching | null {
  const spoken = answer && (spokenWordings(answer)[0] ?? null);
  const notes = answer && coachingNotes(spoken, isTextSpoken(answer) ? answer.durationSeconds : null);
  return (
    notes && {
      filler_rate: notes.fillerRate,
      words_per_minute: notes.wordsPerMinute,
      reading_ease: notes.readingEase,
    }
  );
}

function presentQuestionAnalysis(
  row: AnalysisRow["questions"][number],
  answers: readonly AnswerRow[],
  files: PublishedFiles,
): ReviewQuestionAnalysis {
  const answer = answers.find(({ id }) => id === row.answerId) ?? null;
  return {
    status: row.status as ReviewQuestionAnalysis["status"],
    text_source: row.textSource as ReviewQuestionAnalysis["text_source"],
    score: row.score,
    levels: row.levels as CategoryLevels,
    spread: presentSpread(row.spread),
    readings: (row.samples as unknown[]).length,
    feedback: row.feedback,
    strengths: row.strengths,
    improvements: row.improvements,
    evidence: (row.evidence as Evidence[]).map(({ quote, category, note }) => {
      const said = answer && markQuote(quote, answer);
      const played = playedFrom(said?.mark ?? null, files);
      const isHeard = said?.approximate === false && played.media_offset_seconds !== null;
      return { quote, category, note, ...played, approximate: !isHeard };
    }),
    flags: row.flags as Flag[],
  };
}

function presentAnalysis(row: AnalysisRow, calls: CallTotals, versions: VersionRow[]): ReviewAnalysis {
  return {
    status: row.status,
    version: row.version,
    method: row.method,
    method_label: row.method && methodLabel(row.method),
    model: row.model,
    host: row.host,
    rubric_version: row.rubricVersion,
    prompt_version: row.promptVersion,
    scores: {
      technical: row.technicalScore,
      communication: row.communicationScore,
      problem_solving: row.problemSolvingScore,
      cultural_fit: row.culturalFitScore,
    },
    spread: presentSpread(row.spread),
    overall_score: row.overallScore,
    evidence_coverage: row.evidenceCoverage,
    coverage: presentCoverage(row),
    look_reasons: presentReasons(row),
    overall_feedback: row.overallFeedback,
    flags: row.flags as Flag[],
    recommendation: row.finalStatus,
    error: row.error,
    completed_at: row.completedAt?.toISOString() ?? null,
    calls_summary: presentCalls(calls),
    versions: versions.map(presentVersion),
  };
}

/** Stored as an object that holds what is known. */
function presentSpread(stored: unknown): CategoryLevels {
  return { ...NO_SCORES, ...(stored as object) };
}

function presentCalls({ _count, _sum }: CallTotals): CallsSummary {
  return {
    calls: _count._all,
    input_tokens: _sum.inputTokens,
    output_tokens: _sum.outputTokens,
    cost: _sum.cost,
    retries: _sum.retries ?? 0,
  };
}

export function presentVersion(row: VersionRow): AnalysisVersion {
  return {
    version: row.version,
    status: row.status,
    method: row.method,
    method_label: row.method && methodLabel(row.method),
    model: row.model,
    overall_score: row.overallScore,
    coverage: presentCoverage(row),
    completed_at: row.completedAt?.toISOString() ?? null,
    requested_by: row.requestedBy,
  };
}

export function presentDecision(row: DecisionRow): ReviewDecision {
  return {
    decision_id: row.id,
    decision: row.decision,
    reason: row.reason,
    by: decidedBy(row),
    at: row.createdAt.toISOString(),
    recording_version: row.recordingVersion,
    analysis_version: row.analysisVersion,
  };
}

function presentEvents(session: SessionRow | null, files: PublishedFiles, kind: string): ReviewEvent[] {
  const events = session?.events.filter((event) => event.kind === kind) ?? [];
  return events.map((event) => ({
    event_id: String(event.id),
    code: event.code,
    message: event.message,
    at: event.at.toISOString(),
    ...playedFrom(event, files),
  }));
}

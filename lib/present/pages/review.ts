import { mediaUrl } from "../../contract/media-url.ts";
import type {
  AnalysisVersion,
  CallsSummary,
  Review,
  ReviewAnalysis,
  ReviewEvent,
  ReviewRecording,
} from "../../contract/review.ts";
import type { CallTotals, VersionRow } from "../../db/analysis-versions.ts";
import type { LateParts } from "../../db/late-parts.ts";
import type { ReviewRow } from "../../db/reviews.ts";
import { byCriterion, perCriterion } from "../../domain/criteria.ts";
import { interviewState } from "../../domain/interview-state.ts";
import type { PublishedFiles } from "../../domain/media-time.ts";
import { bandOf } from "../../domain/standard-error.ts";
import type { Reviewed } from "../../review/get-review.ts";
import type { Locale } from "../../words/locale.ts";
import { methodWords } from "../../words/method-words.ts";
import { consenterWords, doerWords } from "../../words/people-words.ts";
import { presentBesideRubric } from "../beside-rubric.ts";
import { presentCoverage, presentReasons } from "../coverage.ts";
import { eventMessage, presentRecordingError } from "../events.ts";
import { presentFailure } from "../failure.ts";
import { presentFlags } from "../flags.ts";
import { presentGaps } from "../gaps.ts";
import { presentLateParts } from "../late-parts.ts";
import { presentOtherFiles } from "../other-files.ts";
import { presentDecision } from "./decision.ts";
import { filesOf, playedFrom } from "./played-from.ts";
import { presentQuestions } from "./review-question.ts";

type SessionRow = NonNullable<ReviewRow["session"]>;
type RecordingRow = NonNullable<SessionRow["recording"]>;
type AnalysisRow = SessionRow["analyses"][number];

/** An interview as it is reviewed. Neither the candidate's link nor the ids that open it for writing are in it. */
export function presentReview(
  { row, asked, made, beside: { lateParts, consentBy }, now }: Reviewed,
  locale: Locale,
): Review {
  const { session, template } = row;
  const files = filesOf(session?.recording ?? null);
  const analysis = session?.analyses[0] ?? null;
  const standing = made?.standing ?? null;
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
        ? {
            version: row.consentVersion,
            at: row.consentedAt.toISOString(),
            by: consentBy && consenterWords(consentBy, locale),
          }
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
    recording: session?.recording ? presentRecording(session, session.recording, lateParts, locale) : null,
    ...presentQuestions(asked, locale),
    analysis: analysis && made && presentAnalysis({ ...analysis, template }, made.calls, made.versions, locale),
    standing_analysis:
      standing && made && presentAnalysis({ ...standing.row, template }, standing.calls, made.versions, locale),
    decisions: session?.decisions.map((decision) => presentDecision(decision, locale)) ?? [],
    technical_issues: presentEvents(session, files, "technical_issue", locale),
    session_logs: presentEvents(session, files, "log", locale),
  };
}

function presentRecording(
  session: SessionRow,
  recording: RecordingRow,
  lateParts: LateParts | null,
  locale: Locale,
): ReviewRecording {
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
    error: presentRecordingError(recording.error, locale),
  };
}

type JudgedRow = AnalysisRow & Pick<ReviewRow, "template">;

function presentAnalysis(row: JudgedRow, calls: CallTotals, versions: VersionRow[], locale: Locale): ReviewAnalysis {
  return {
    status: row.status,
    version: row.version,
    method: row.method,
    method_label: row.method && methodWords(row.method, locale),
    model: row.model,
    host: row.host,
    rubric_version: row.rubricVersion,
    prompt_version: row.promptVersion,
    scores: byCriterion(row.scores, "score"),
    spread: byCriterion(row.scores, "spread"),
    bands: bandsOf(row),
    overall_score: row.overallScore,
    overall_band: bandOf(row.overallScore, row.overallStandardError),
    ...presentBesideRubric(row),
    evidence_coverage: row.evidenceCoverage,
    coverage: presentCoverage(row),
    look_reasons: presentReasons(row, locale),
    cuts: presentCuts(row),
    overall_feedback: row.overallFeedback,
    flags: presentFlags(row.flags, locale),
    recommendation: row.finalStatus,
    error: presentFailure(row.error, locale),
    completed_at: row.completedAt?.toISOString() ?? null,
    calls_summary: presentCalls(calls),
    versions: versions.map((version) => presentVersion(version, locale)),
  };
}

function presentCuts({ cutSetting: set, template }: JudgedRow): ReviewAnalysis["cuts"] {
  if (set) return { status: "set", ...set };
  return { status: "proposed", pass: template.passThreshold, fail: template.failThreshold, n: null };
}

function bandsOf({ scores: rows }: Pick<JudgedRow, "scores">): ReviewAnalysis["bands"] {
  const [scores, errors] = [byCriterion(rows, "score"), byCriterion(rows, "standardError")];
  return perCriterion((criterion) => bandOf(scores[criterion], errors[criterion]));
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

export function presentVersion(row: VersionRow, locale: Locale): AnalysisVersion {
  return {
    version: row.version,
    status: row.status,
    method: row.method,
    method_label: row.method && methodWords(row.method, locale),
    model: row.model,
    overall_score: row.overallScore,
    coverage: presentCoverage(row),
    completed_at: row.completedAt?.toISOString() ?? null,
    requested_by: row.requestedBy && doerWords(row.requestedBy, locale),
  };
}

function presentEvents(session: SessionRow | null, files: PublishedFiles, kind: string, locale: Locale): ReviewEvent[] {
  const events = session?.events.filter((event) => event.kind === kind) ?? [];
  return events.map((event) => ({
    event_id: String(event.id),
    code: event.code,
    message: eventMessage(event, locale),
    at: event.at.toISOString(),
    ...playedFrom(event, files),
  }));
}

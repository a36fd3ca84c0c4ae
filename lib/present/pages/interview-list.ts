import { createHash } from "node:crypto";
import type { InterviewPage, ListedInterview } from "../../contract/interview-list.ts";
import type { ListedRow } from "../../db/interview-list.ts";
import type { Coverage } from "../../domain/coverage.ts";
import { type InterviewState, interviewState } from "../../domain/interview-state.ts";
import { formatListPosition } from "../../domain/list-position.ts";
import { LOOK_REASONS } from "../../domain/look-reasons.ts";
import { invitationUrl } from "../../interviews/invitation-url.ts";
import type { ReadPage } from "../../interviews/read-interview-page.ts";
import { ENGLISH } from "../../words/locale.ts";
import { basisWords, lookWords } from "../../words/look-words.ts";
import { methodWords } from "../../words/method-words.ts";
import { whoDecided } from "../who-decided.ts";

/** The states in which a link opens something. */
const OPEN: readonly InterviewState[] = ["invited", "in_progress", "interrupted"];

export function presentInterviewPage({ rows, hasOlder, hasNewer }: ReadPage): InterviewPage {
  const first = rows.at(0);
  const last = rows.at(-1);
  const shown = {
    interviews: rows.map(presentListed),
    older: hasOlder && last ? formatListPosition(last) : null,
    newer: hasNewer && first ? formatListPosition(first) : null,
  };
  return { ...shown, version: createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22) };
}

function presentListed(row: ListedRow): ListedInterview {
  const state = interviewState(row, row.readAt);
  return {
    id: row.id,
    candidate: { name: row.candidateName, email: row.candidateEmail },
    templateName: row.templateName,
    roleTitle: row.roleTitle,
    state,
    invitedAt: row.createdAt,
    expiresAt: row.expiresAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    deletionRequestedAt: row.deletionRequestedAt,
    analysis: row.deletionRequestedAt ? null : presentAnalysis(row),
    decision: row.deletionRequestedAt ? null : row.decision,
    decidedBy: row.deletionRequestedAt ? null : whoDecided(row),
    url: OPEN.includes(state) ? invitationUrl(row.token) : null,
  };
}

function presentAnalysis(row: ListedRow): ListedInterview["analysis"] {
  if (!row.analysisStatus) return null;
  return {
    status: row.analysisStatus,
    methodLabel: row.method && methodWords(row.method, ENGLISH),
    overallScore: row.overallScore,
    recommendation: row.recommendation,
    ...lookOf(row),
  };
}

function lookOf({ coverage, lookReasons }: ListedRow) {
  const known = coverage as Coverage | null;
  const reasons = LOOK_REASONS.filter((reason) => lookReasons?.includes(reason));
  return {
    basis: known && basisWords(known, ENGLISH),
    looks: reasons.map((reason) => lookWords(reason, known, ENGLISH)),
  };
}

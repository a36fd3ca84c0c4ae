import { createHash } from "node:crypto";
import type { InterviewPage, ListedInterview } from "../../contract/interview-list.ts";
import type { ListedRow } from "../../db/interview-list.ts";
import type { Coverage } from "../../domain/coverage.ts";
import { type InterviewState, interviewState } from "../../domain/interview-state.ts";
import { formatListPosition } from "../../domain/list-position.ts";
import { LOOK_REASONS } from "../../domain/look-reasons.ts";
import { invitationUrl } from "../../interviews/invitation-url.ts";
import type { ReadPage } from "../../interviews/read-interview-page.ts";
import { ENGLISH, type Locale } from "../../words/locale.ts";
import { basisWords, lookWords } from "../../words/look-words.ts";
import { methodWords } from "../../words/method-words.ts";
import { whoDecided } from "../who-decided.ts";

/** The states in which a link opens something. */
const OPEN: readonly InterviewState[] = ["invited", "in_progress", "interrupted"];

/** @param locale of whoever reads it */
export function presentInterviewPage({ rows, hasOlder, hasNewer }: ReadPage, locale: Locale): InterviewPage {
  const first = rows.at(0);
  const last = rows.at(-1);
  const shownIn = (language: Locale) => ({
    interviews: rows.map((row) => presentListed(row, language)),
    older: hasOlder && last ? formatListPosition(last) : null,
    newer: hasNewer && first ? formatListPosition(first) : null,
  });
  return { ...shownIn(locale), version: versionOf(shownIn(ENGLISH)) };
}

/** The same in whichever language it is read. */
function versionOf(shown: Omit<InterviewPage, "version">): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
}

function presentListed(row: ListedRow, locale: Locale): ListedInterview {
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
    analysis: row.deletionRequestedAt ? null : presentAnalysis(row, locale),
    decision: row.deletionRequestedAt ? null : row.decision,
    decidedBy: row.deletionRequestedAt ? null : whoDecided(row, locale),
    url: OPEN.includes(state) ? invitationUrl(row.token) : null,
  };
}

function presentAnalysis(row: ListedRow, locale: Locale): ListedInterview["analysis"] {
  if (!row.analysisStatus) return null;
  return {
    status: row.analysisStatus,
    method: row.method,
    methodLabel: row.method && methodWords(row.method, locale),
    overallScore: row.overallScore,
    recommendation: row.recommendation,
    ...lookOf(row, locale),
  };
}

function lookOf({ coverage, lookReasons }: ListedRow, locale: Locale) {
  const known = coverage as Coverage | null;
  const reasons = LOOK_REASONS.filter((reason) => lookReasons?.includes(reason));
  return {
    basis: known && basisWords(known, locale),
    looks: reasons.map((reason) => lookWords(reason, known, locale)),
  };
}

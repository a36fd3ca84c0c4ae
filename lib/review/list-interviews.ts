import { createHash } from "node:crypto";
import type { InterviewFilter, InterviewPage, ListedInterview } from "../contract/interview-list.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import type { Stretch } from "../db/interview-filter.ts";
import * as interviewList from "../db/interview-list.ts";
import type { Actor } from "../domain/actor.ts";
import type { Coverage } from "../domain/coverage.ts";
import { parseUuid } from "../domain/ids.ts";
import { type InterviewState, interviewState } from "../domain/interview-state.ts";
import { formatListPosition, parseListPosition } from "../domain/list-position.ts";
import { LOOK_REASONS } from "../domain/look-reasons.ts";
import { invitationUrl } from "../interviews/invitation-url.ts";
import { ENGLISH } from "../words/locale.ts";
import { basisWords, lookWords } from "../words/look-words.ts";
import { methodWords } from "../words/method-words.ts";
import { whoDecided } from "./decided-by.ts";

export const PAGE_SIZE = 25;

/** The states in which a link opens something. */
const OPEN: readonly InterviewState[] = ["invited", "in_progress", "interrupted"];

/** One page of the organisation's interviews, newest invitation first. */
export async function listInterviews(filter: InterviewFilter, actor: Actor): Promise<InterviewPage> {
  const now = await databaseNow(db());
  const older = parseListPosition(filter.older ?? "", parseUuid);
  const newer = parseListPosition(filter.newer ?? "", parseUuid);
  const read = (from: Stretch["from"]) =>
    interviewList.list(db(), {
      organizationId: actor.organizationId,
      words: (filter.search ?? "").split(/\s+/).filter(Boolean).slice(0, 8),
      state: filter.state ?? null,
      from,
      limit: PAGE_SIZE + 1, // one more tells whether there is another page
      now,
    });
  if (newer) {
    const rows = await read({ newer });
    if (rows.length > PAGE_SIZE) return page(rows.slice(-PAGE_SIZE), { older: true, newer: true }, now);
    // Nothing lies above these: show the first page whole instead of a short one.
  }
  const rows = await read(older && !newer ? { older } : null);
  return page(rows.slice(0, PAGE_SIZE), { older: rows.length > PAGE_SIZE, newer: older !== null && !newer }, now);
}

function page(rows: interviewList.ListedRow[], more: { older: boolean; newer: boolean }, now: Date): InterviewPage {
  const first = rows.at(0);
  const last = rows.at(-1);
  const shown = {
    interviews: rows.map((row) => toListed(row, now)),
    older: more.older && last ? formatListPosition(last) : null,
    newer: more.newer && first ? formatListPosition(first) : null,
  };
  return { ...shown, version: createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22) };
}

function lookOf({ coverage, lookReasons }: interviewList.ListedRow) {
  const known = coverage as Coverage | null;
  const reasons = LOOK_REASONS.filter((reason) => lookReasons?.includes(reason));
  return {
    basis: known && basisWords(known, ENGLISH),
    looks: reasons.map((reason) => lookWords(reason, known, ENGLISH)),
  };
}

function toListed(row: interviewList.ListedRow, now: Date): ListedInterview {
  const state = interviewState(row, now);
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
    analysis: row.deletionRequestedAt ? null : listedAnalysis(row),
    decision: row.deletionRequestedAt ? null : row.decision,
    decidedBy: row.deletionRequestedAt ? null : whoDecided(row),
    url: OPEN.includes(state) ? invitationUrl(row.token) : null,
  };
}

function listedAnalysis(row: interviewList.ListedRow): ListedInterview["analysis"] {
  if (!row.analysisStatus) return null;
  return {
    status: row.analysisStatus,
    methodLabel: row.method && methodWords(row.method, ENGLISH),
    overallScore: row.overallScore,
    recommendation: row.recommendation,
    ...lookOf(row),
  };
}

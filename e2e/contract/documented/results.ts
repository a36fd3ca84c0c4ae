import { expect } from "vitest";
import { ERRORS } from "../../../lib/contract/error-codes.ts";
import type { DocumentedRun } from "../../support/documented-run.ts";
import { analysed } from "../../support/interview.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { TakenInterview } from "./interview.ts";

/** Everything that can be read of a finished interview, and what people do with it. */
export async function runResults(run: DocumentedRun, taken: TakenInterview, tenant: Tenant): Promise<void> {
  await documentedReads(run, taken);
  await sessionsAndAnalyses(run, taken, tenant);
  await recordings(run, taken);
  await decisions(run, taken, tenant);
  await shares(run, taken);
  for (const format of ["csv", "xlsx", "jsonl"]) await run.ask("exportInterviews", { query: { format } });
  await run.ask("requestDeletion", { body: { interview_token: taken.token }, apiKey: null });
  await run.ask("getAnalysis", { params: { candidate_id: taken.candidateId }, status: 409 });
  await run.ask("withdrawDeletionRequest", { body: { interview_token: taken.token }, apiKey: null });
}

async function documentedReads(run: DocumentedRun, { candidateId, publicId }: TakenInterview): Promise<void> {
  const params = { candidate_id: candidateId };
  await run.ask("getAnalysis", { params });
  await run.ask("getRecording", { params });
  await run.ask("getSession", { params: { session_id: publicId } });
  const { headers } = await run.ask("getRecordingMedia", { params });
  await run.ask("getRecordingMedia", { params, headers: { range: "bytes=0-99" }, status: 206 });
  await run.ask("getRecordingMedia", { params, headers: { range: "bytes=999999999-" }, status: 416 });
  await run.ask("getRecordingMedia", { params, headers: { "if-none-match": headers.get("etag") ?? "" }, status: 304 });
}

async function sessionsAndAnalyses(run: DocumentedRun, taken: TakenInterview, tenant: Tenant): Promise<void> {
  const params = { session_id: taken.publicId };
  await run.ask("listSessions");
  await run.ask("readSession", { params });
  await run.ask("listSessionQuestions", { params, query: { limit: "1" } });
  await run.ask("runAnalysis", { params, body: { scorer: "offline" } });
  await analysed(tenant, taken.candidateId);
  await run.ask("readSessionAnalysis", { params });
  await run.ask("readSessionAnalysis", { params, query: { version: "99" }, status: 404 });
  await run.ask("listAnalysisVersions", { params });
  await run.ask("readAnalysisChanges", { params, query: { from: "1", to: "2" } });
  type Analyses = { data: { analysis_id: string }[] };
  const { data } = await run.ask<Analyses>("listAnalyses", { query: { limit: "1" } });
  await run.ask("listAnalyses", { query: { latest: "1", fields: "overall_score" } });
  await run.ask("readAnalysis", { params: { analysis_id: data[0]?.analysis_id ?? "" } });
}

async function recordings(run: DocumentedRun, { publicId }: TakenInterview): Promise<void> {
  const params = { session_id: publicId };
  await run.ask("listRecordings");
  await run.ask("readRecording", { params });
  const { url } = await run.ask<{ url: string }>("linkRecording", { params });
  const link = new URL(url).pathname.split("/").at(-1) ?? "";
  await run.ask("openMediaLink", { params: { link: decodeURIComponent(link) }, apiKey: null });
  await run.ask("openMediaLink", {
    params: { link: "not-a-link" },
    apiKey: null,
    status: ERRORS.media_link_invalid.status,
  });
}

async function decisions(run: DocumentedRun, { interviewId }: TakenInterview, tenant: Tenant): Promise<void> {
  const body = {
    interview_id: interviewId,
    decision: "passed",
    reason: "Found the cause by measuring, and kept it from coming back.",
    decided_by: tenant.recruiter.email,
  };
  type Decided = { decision: { decision_id: string } };
  const { decision } = await run.ask<Decided>("createDecision", { body });
  await run.ask("acceptLateParts", { params: { interview_id: interviewId } });
  await run.ask("listDecisions");
  await run.ask("readDecision", { params: { decision_id: decision.decision_id } });
}

async function shares(run: DocumentedRun, { interviewId }: TakenInterview): Promise<void> {
  const params = { interview_id: interviewId };
  type Shared = { share_link: { share_link_id: string; open: boolean } };
  const { share_link } = await run.ask<Shared>("createShareLink", { params, body: { expires_in_days: 7 } });
  await run.ask("listShareLinks");
  const revoked = await run.ask<Shared>("revokeShareLink", { params: { share_link_id: share_link.share_link_id } });
  expect(revoked.share_link.open).toBe(false);
}

import { createHash } from "node:crypto";
import type { DocumentedRun } from "../../support/documented-run.ts";
import { analysed } from "../../support/interview.ts";
import { fixtureParts, processed } from "../../support/recording.ts";
import type { Tenant } from "../../support/tenant.ts";

export type TakenInterview = { candidateId: number; interviewId: string; publicId: string; token: string };

type Invited = { candidate_id: number; interview_id: string; interview_token: string };

const ANSWER =
  "Our nightly import took twenty minutes. I profiled it, found a query for every row, and replaced them with one bulk " +
  "query and an index. As a result it takes forty seconds, and a test with a million rows keeps it so.";

/** Takes the interview that was prepared, sound and picture included, and waits until it is processed. */
export async function runInterview(run: DocumentedRun, tenant: Tenant): Promise<TakenInterview> {
  const invited = await run.ask<Invited>("createInterview", {
    body: { candidate_external_id: "ats-10442", template_external_id: "job-77" },
  });
  const interview_token = invited.interview_token;
  await run.ask("recordConsent", { body: { interview_token, consent_version: "2026-12" } });
  const recording_config = { format: "webm", quality: "HD", audio: true, video: true };
  type Started = { session_id: string; public_id: string };
  const { session_id, public_id } = await run.ask<Started>("startSession", {
    body: { interview_token, recording_config },
  });
  await upload(run, session_id);
  await exchange(run, session_id);
  await run.ask("endSession", { body: { session_id } });
  await run.ask("addAnswer", { body: { session_id, question_id: "any", answer_data: { text: "Late." } }, status: 409 });
  await run.ask("startSession", { body: { interview_token }, status: 409 });
  await analysed(tenant, invited.candidate_id);
  await processed(tenant, invited.candidate_id);
  return {
    candidateId: invited.candidate_id,
    interviewId: invited.interview_id,
    publicId: public_id,
    token: interview_token,
  };
}

async function exchange(run: DocumentedRun, session_id: string): Promise<void> {
  const question_data = {
    text: "Tell me about a bug you are proud of having found.",
    type: "technical",
    avatar: "default",
    keywords: ["cause", "test", "measure"],
    difficulty: "medium",
  };
  const { question_id } = await run.ask<{ question_id: string }>("addQuestion", {
    body: { session_id, question_data },
  });
  const answer_data = { text: ANSWER, duration: 45, audio_quality: "excellent", confidence: 0.9 };
  await run.ask("addAnswer", { body: { session_id, question_id, answer_data } });
  const issue = { code: "microphone_muted", message: "The microphone was muted for four seconds." };
  await run.ask("addIssue", { body: { session_id, issue } });
  await run.ask("getNextQuestions", { params: { session_id } });
  // The server under test has no speech model: the browser's own voice speaks then.
  await run.ask("getVoice", { params: { session_id, part: "introduction" }, status: 404 });
}

async function upload(run: DocumentedRun, session_id: string): Promise<void> {
  const params = { session_id };
  await run.ask("claimSession", {
    params,
    body: { client_key: "page-1", network: { rtt_ms: 40, upload_bps: 2_000_000 } },
  });
  const body = { client_key: "segment-1", mime_type: "video/webm;codecs=vp8,opus" };
  const { segment } = await run.ask<{ segment: number }>("openSegment", { params, body });
  let offset = 0;
  const parts = await fixtureParts("chrome-webm/segment-0");
  for (const [seq, bytes] of parts.entries()) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const headers = { "x-part-offset": String(offset), "x-part-sha256": sha256 };
    await run.ask("putPart", { params: { session_id, segment, seq }, raw: new Uint8Array(bytes), headers });
    offset += bytes.byteLength;
  }
  await run.ask("closeSegment", { params: { session_id, segment }, body: { parts: parts.length } });
  await run.ask("getUpload", { params });
}

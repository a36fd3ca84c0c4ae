import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { StartSessionBody } from "../../lib/contract/interview.ts";
import type { Operation } from "../../lib/contract/operation.ts";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import { LinkAnswer } from "../../lib/contract/v1/recordings.ts";
import { db } from "../../lib/db/client.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { requestDeletion } from "../../lib/privacy/request-deletion.ts";
import { openSegment } from "../../lib/recording/open-segment.ts";
import { createShareLink } from "../../lib/shares/create-share-link.ts";
import { startSession } from "../../lib/sitting/start-session.ts";
import { expectOk, get, post } from "../support/client.ts";
import { RUBRIC_ANALYSIS } from "../support/given-analyses.ts";
import { recordedInterview } from "../support/recorded-interview.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/*
 * While a candidate asks for deletion: every operation that is about one interview or one person, and whether it stops.
 */

const SHA = "0".repeat(64);

/** Who asks, in which of the candidate's interviews, and with what. */
type Ask = { by?: "key" | "owner" | "nobody"; in?: "finished" | "active"; query?: string; body?: object };

/** What is done with what the candidate left, and what they go on leaving. */
const STOPS: Record<string, Ask> = {
  getAnalysis: {},
  getRecording: {},
  getRecordingMedia: {},
  getSession: {},
  readSession: {},
  listSessionQuestions: {},
  readSessionAnalysis: {},
  listAnalysisVersions: {},
  runAnalysis: { body: { scorer: "offline" } },
  readAnalysisChanges: { query: "from=1&to=1" },
  readRecording: {},
  linkRecording: {},
  openMediaLink: { by: "nobody" },
  readAnalysis: {},
  readDecision: {},
  createDecision: { by: "owner", body: { decision: "passed", reason: "Well told." } },
  createShareLink: { body: { expires_in_days: 1 } },
  playShared: { by: "nobody" },
  getReview: { by: "owner" },
  getReviewQuestions: { by: "owner", query: "after=1" },
  getLatestDecision: { by: "owner" },
  makeDecision: { by: "owner", body: { decision: "passed", reason: "Well told." } },
  analyse: { by: "owner", body: { scorer: "offline" } },
  compareAnalyses: { by: "owner", query: "from=1&to=1" },
  startSession: { by: "nobody", in: "active", body: {} },
  addQuestion: { by: "nobody", in: "active", body: { question_data: { text: "Why?" } } },
  addAnswer: { by: "nobody", in: "active", body: { question_id: randomUUID(), answer_data: { text: "So." } } },
  claimSession: { by: "nobody", in: "active", body: { client_key: randomUUID() } },
  openSegment: { by: "nobody", in: "active", body: { client_key: randomUUID(), mime_type: "video/webm" } },
  putPart: { by: "nobody", in: "active" },
  getHeardWords: { by: "nobody", in: "active" },
  correctWords: { by: "nobody", in: "active", body: { text: "So." } },
};

/** What is needed to know of the request, to answer it, to correct or to end something. */
const GOES_ON: Record<string, Ask> = {
  getCandidate: {},
  updateCandidate: { body: { name: "Ada Lovelace" } },
  getInterview: {},
  getInterviewLink: { in: "active" },
  extendInterview: { in: "active", body: { expires_in_days: 20 } },
  getNextQuestions: { by: "nobody", in: "active" },
  recordConsent: { by: "nobody", in: "active", body: { consent_version: "2026-12" } },
  addIssue: { by: "nobody", in: "active", body: { issue: { code: "muted", message: "Muted." } } },
  getUpload: { by: "nobody", in: "active" },
  closeSegment: { by: "nobody", in: "active", body: { parts: 0 } },
  getVoice: { by: "nobody", in: "active" },
  endSession: { by: "nobody", in: "active", body: {} },
  acceptLateParts: { body: {} },
  revokeShareLink: {},
  revokeInterview: {},
  requestDeletion: { by: "nobody", body: {} },
  // The two that end it without.
  keepData: { by: "owner", body: { reason: "A court asked for it." } },
  withdrawDeletionRequest: { by: "nobody", body: {} },
};

/** What grants it, after all the others: nothing is left then. */
const ENDS_ALL: Record<string, Ask> = { eraseCandidate: { by: "owner" } };

const ABOUT_ONE = /\{(candidate_id|session_id|interview_id|analysis_id|decision_id|share_link_id|link|token)\}/;
const BY_BODY = new Set(
  ["startSession", "addQuestion", "addAnswer", "endSession", "recordConsent", "addIssue", "createDecision"].concat([
    "requestDeletion",
    "withdrawDeletionRequest",
  ]),
);

const aboutOne = OPERATIONS.filter(({ id, path }) => ABOUT_ONE.test(path) || BY_BODY.has(id));

let tenant: Tenant;
let cookies: Record<"owner" | "recruiter" | "reviewer", string>;
let ids: Record<"finished" | "active", Record<string, string>>;

beforeAll(async () => {
  tenant = await newTenant();
  cookies = {
    owner: await signedIn("owner"),
    recruiter: await signedIn("recruiter"),
    reviewer: await signedIn("reviewer"),
  };
  ids = await twoInterviews();
  await requestDeletion(ids.active.interview_token ?? "");
});

async function signedIn(role: "owner" | "recruiter" | "reviewer"): Promise<string> {
  const person = { email: `${randomUUID()}@example.com`, password: "a good long one", name: "Rita", role };
  await createUser(person, tenant.actor);
  return signIn(person);
}

/** One candidate's: a finished one with all that belongs to it, and one that is under way. */
async function twoInterviews() {
  const { actor, apiKey } = tenant;
  const recorded = await recordedInterview(inject("baseUrl"), actor, [RUBRIC_ANALYSIS]);
  const { sessionId, publicId } = recorded;
  const { id: analysisId } = await db().analysis.findFirstOrThrow({ where: { sessionId } });
  const { id: userId } = await db().user.findFirstOrThrow({ where: { organizationId: actor.organizationId } });
  const verdict = { organizationId: actor.organizationId, decision: "passed", reason: "Well explained." } as const;
  const decision = await db().decision.create({ data: { ...verdict, sessionId, userId } });
  const share = await createShareLink(actor, recorded.id, { expires_in_days: 1 });
  const linked = await get(`/api/v1/recordings/${publicId}/link`, apiKey);
  const { email } = await db().candidate.findUniqueOrThrow({ where: { id: recorded.candidateId } });
  const { token: finishedToken } = await db().interview.findUniqueOrThrow({ where: { id: recorded.id } });
  const second = await tenant.invite({ email });
  const started = await startSession(StartSessionBody.parse({ interview_token: second.token }), null);
  await openSegment(started.sessionId, { client_key: randomUUID(), mime_type: "video/webm" });
  return {
    finished: {
      candidate_id: String(recorded.candidateId),
      session_id: sessionId,
      interview_id: recorded.id,
      interview_token: finishedToken,
      analysis_id: analysisId,
      decision_id: decision.id,
      share_link_id: share.link.id,
      token: share.url.split("/").at(-1) ?? "",
      link: new URL(expectOk(linked, LinkAnswer).url).pathname.split("/").at(-1) ?? "",
    },
    active: {
      candidate_id: String(second.candidateId),
      session_id: started.sessionId,
      interview_id: second.interviewId,
      interview_token: second.token,
      answer_id: randomUUID(),
      segment: "0",
      seq: "0",
      part: "introduction",
    },
  };
}

function headersOf(by: Ask["by"]): Record<string, string> {
  if (by === "nobody") return {};
  return by === "owner" ? { cookie: cookies.owner } : { authorization: `Bearer ${tenant.apiKey}` };
}

/** @returns the status, and the code of a refusal */
async function ask({ id, method, path }: Operation, { by, in: where = "finished", query = "", body }: Ask) {
  const known = ids[where];
  const address = path.replace(/\{(\w+)\}/g, (_, name) => known[name] ?? "");
  const { session_id, interview_id, interview_token } = known;
  const isPart = id === "putPart";
  const part = { "x-part-offset": "0", "x-part-sha256": SHA, "content-type": "application/octet-stream" };
  const response = await fetch(`${inject("baseUrl")}${address}?${query}`, {
    method,
    redirect: "manual",
    headers: { ...headersOf(by), ...(isPart ? part : { "content-type": "application/json" }) },
    ...(body ? { body: JSON.stringify({ ...named(id, { session_id, interview_id, interview_token }), ...body }) } : {}),
    ...(isPart ? { body: "x" } : {}),
  });
  const text = await response.text();
  const code = response.status >= 400 ? JSON.parse(text).error.code : null;
  return { status: response.status, code };
}

/** The one id by which a body names what it is about. */
function named(id: string, known: Record<string, string | undefined>): Record<string, string | undefined> {
  if (!BY_BODY.has(id)) return {};
  if (id === "createDecision") return { interview_id: known.interview_id };
  const byToken = ["startSession", "recordConsent", "requestDeletion", "withdrawDeletionRequest"].includes(id);
  return byToken ? { interview_token: known.interview_token } : { session_id: known.session_id };
}

describe("while a candidate asks for deletion", () => {
  test("every operation about one interview is known to stop or to go on", () => {
    expect(aboutOne.map(({ id }) => id).sort()).toEqual(
      [...Object.keys(STOPS), ...Object.keys(GOES_ON), ...Object.keys(ENDS_ALL)].sort(),
    );
  });

  test.each(Object.entries(STOPS))("%s answers 409 deletion_requested", async (id, how) => {
    expect(await ask(find(id), how)).toEqual({ status: 409, code: "deletion_requested" });
    expect(find(id).errors).toContain("deletion_requested");
  });

  test("owners and recruiters may read what they are asked about, reviewers may not", async () => {
    const read = async (cookie: string) => {
      const url = `${inject("baseUrl")}/api/interview/session/${ids.finished.session_id}`;
      return (await fetch(url, { headers: { cookie } })).status;
    };
    expect([await read(cookies.owner), await read(cookies.recruiter), await read(cookies.reviewer)]).toEqual([
      200, 200, 409,
    ]);
  });

  test("an export leaves them out and says how many", async () => {
    const { headers, body } = await get("/api/v1/exports/interviews?format=csv", tenant.apiKey);
    expect(headers.get("x-interviews-left-out")).toBe("2");
    expect(String(body)).not.toContain(ids.finished.interview_id);
  });

  test("the share page shows nothing, the candidate's page says that they asked, also after a reload", async () => {
    expect((await fetch(`${inject("baseUrl")}/share/${ids.finished.token}`)).status).toBe(404);
    for (const where of ["finished", "active"] as const) {
      const page = await fetch(`${inject("baseUrl")}/interview/${ids[where].interview_token}`);
      expect(await page.text()).toContain("Take the request back");
    }
  });

  test.each(Object.entries(GOES_ON))("%s goes on", async (id, how) => {
    await post("/api/interview/deletion-request", { interview_token: ids.finished.interview_token });
    const { status, code } = await ask(find(id), how);
    expect(code).not.toBe("deletion_requested");
    expect(status).toBeLessThan(500);
    expect([401, 403, 422]).not.toContain(status);
  });

  test("an invitation is revoked by a person, too", async () => {
    expect(await ask(find("revokeInterview"), { by: "owner" })).toEqual({ status: 200, code: null });
  });

  test("after it was taken back everything is as it was", async () => {
    const params = `/api/interview/analysis/${ids.finished.candidate_id}?session_id=${ids.finished.session_id}`;
    expect((await get(params, tenant.apiKey)).status).toBe(200);
  });

  test.each(Object.entries(ENDS_ALL))("%s grants it", async (id, how) => {
    await post("/api/interview/deletion-request", { interview_token: ids.finished.interview_token });
    expect(await ask(find(id), how)).toMatchObject({ status: 202 });
    expect(await ask(find("readSession"), STOPS.readSession ?? {})).toEqual({ status: 410, code: "erased" });
  });
});

function find(id: string): Operation {
  const found = OPERATIONS.find((operation) => operation.id === id);
  if (!found) throw new Error(`there is no operation ${id}`);
  return found;
}

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { AnalyseResponse, ChangesResponse } from "../../lib/contract/rescore.ts";
import { AnalysisList, AnalysisResponse, VersionsAnswer } from "../../lib/contract/v1/analyses.ts";
import { DecisionAnswer, DecisionList } from "../../lib/contract/v1/decisions.ts";
import { LinkAnswer, RecordingList, RecordingResponse } from "../../lib/contract/v1/recordings.ts";
import { QuestionList, SessionAnswer, SessionList } from "../../lib/contract/v1/sessions.ts";
import { db } from "../../lib/db/client.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { type AssessedInterview, assessedInterview } from "../support/assessed-interview.ts";
import { expectOk, expectRefusal, get, post, send } from "../support/client.ts";
import { MODEL_ANALYSIS, RUBRIC_ANALYSIS } from "../support/given-analyses.ts";
import { recordedInterview } from "../support/recorded-interview.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

let tenant: Tenant;
let other: Tenant;
let readOnly: string;
let interview: AssessedInterview;

beforeAll(async () => {
  [tenant, other] = await Promise.all([newTenant(), newTenant()]);
  readOnly = (await createApiKey({ name: "reader", scopes: ["read"] }, tenant.actor)).plain;
  interview = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS, MODEL_ANALYSIS]);
});

const LISTS = ["sessions", "recordings", "analyses", "decisions"];

describe("every list of results", () => {
  test.each(LISTS)("%s want a key, and know their own organisation only", async (list) => {
    expectRefusal(await get(`/api/v1/${list}`), 401, "unauthenticated");
    expectRefusal(await get(`/api/v1/${list}`, "tf_live_nobody"), 401, "unauthenticated");
    expect(await get(`/api/v1/${list}`, other.apiKey)).toMatchObject({
      status: 200,
      body: { data: [], next_cursor: null },
    });
    const { plain } = await createApiKey({ name: "sandbox", kind: "test" }, tenant.actor);
    expect(await get(`/api/v1/${list}`, plain)).toMatchObject({ status: 200, body: { data: [] } });
  });

  test.each(LISTS)("%s refuse a cursor, a limit and a filter that make no sense", async (list) => {
    for (const query of [
      "cursor=nonsense",
      "limit=0",
      "limit=101",
      "candidate_id=99999999999",
      "interview_id=x",
      "nosuch=1",
    ]) {
      expectRefusal(await get(`/api/v1/${list}?${query}`, tenant.apiKey), 422, "invalid_fields");
    }
  });
});

test("sessions come newest first, page by page, and are narrowed by candidate, interview, status and time", async () => {
  const mine = await newTenant();
  const made = [];
  for (let count = 0; count < 3; count++) made.push(await assessedInterview(mine.actor, []));
  const first = expectOk(await get("/api/v1/sessions?limit=2", mine.apiKey), SessionList);
  const rest = expectOk(await get(`/api/v1/sessions?limit=2&cursor=${first.next_cursor}`, mine.apiKey), SessionList);
  const ids = [...first.data, ...rest.data].map(({ session_id }) => session_id);
  expect(ids).toEqual(made.map(({ publicId }) => publicId).reverse());
  expect(rest.next_cursor).toBeNull();
  const [, , last] = made;
  for (const query of [`candidate_id=${last?.candidateId}`, `interview_id=${last?.id}`]) {
    const { data } = expectOk(await get(`/api/v1/sessions?${query}`, mine.apiKey), SessionList);
    expect(data.map(({ session_id }) => session_id)).toEqual([last?.publicId]);
  }
  const count = async (query: string) =>
    expectOk(await get(`/api/v1/sessions?${query}`, mine.apiKey), SessionList).data.length;
  expect(await count("status=completed")).toBe(3);
  expect(await count("status=active")).toBe(0);
  expect(await count("started_after=2999-01-01T00:00:00Z")).toBe(0);
  expect(await count("started_before=2999-01-01T00:00:00Z&started_after=2000-01-01T00:00:00Z")).toBe(3);
});

test("a session is the documented one, with what it belongs to", async () => {
  await db().interview.update({ where: { id: interview.id }, data: { externalId: "job-7" } });
  const { session } = expectOk(await get(`/api/v1/sessions/${interview.publicId}`, readOnly), SessionAnswer);
  expect(session).toMatchObject({
    session_id: interview.publicId,
    interview_id: interview.id,
    interview_external_id: "job-7",
    candidate_external_id: null,
    candidate_id: interview.candidateId,
    status: "completed",
  });
  expect(session.questions).toHaveLength(3);
  for (const [id, key] of [
    [interview.sessionId, other.apiKey],
    [randomUUID(), tenant.apiKey],
    ["x", tenant.apiKey],
  ] as const) {
    expectRefusal(await get(`/api/v1/sessions/${id}`, key), 404, "session_not_found");
    expectRefusal(await get(`/api/v1/sessions/${id}/questions`, key), 404, "session_not_found");
    expectRefusal(await get(`/api/v1/recordings/${id}`, key), 404, "session_not_found");
    expectRefusal(await get(`/api/v1/recordings/${id}/link`, key), 404, "session_not_found");
    expectRefusal(await get(`/api/v1/sessions/${id}/analysis`, key), 404, "session_not_found");
    expectRefusal(await get(`/api/v1/sessions/${id}/analyses`, key), 404, "session_not_found");
    expectRefusal(await get(`/api/v1/sessions/${id}/analyses/changes?from=1&to=2`, key), 404, "session_not_found");
    expectRefusal(await post(`/api/v1/sessions/${id}/analyses`, {}, key), 404, "session_not_found");
  }
});

test("a session's questions come in the order they were asked, page by page, with the answers that count", async () => {
  const address = `/api/v1/sessions/${interview.publicId}`;
  const { session } = expectOk(await get(address, readOnly), SessionAnswer);
  const page = async (query: string) => expectOk(await get(`${address}/questions?${query}`, readOnly), QuestionList);
  const first = await page("limit=2");
  const rest = await page(`limit=2&cursor=${first.next_cursor}`);
  expect([...first.data, ...rest.data].map(({ answer: _, ...question }) => question)).toEqual(session.questions);
  expect([...first.data, ...rest.data].map(({ answer }) => answer)).toEqual(
    session.questions.map(
      ({ question_id }) =>
        session.answers.find((answer) => answer.question_id === question_id && !answer.superseded) ?? null,
    ),
  );
  expect(rest.next_cursor).toBeNull();
  for (const query of ["cursor=nonsense", "limit=0", "limit=101", "nosuch=1"]) {
    expectRefusal(await get(`${address}/questions?${query}`, readOnly), 422, "invalid_fields");
  }
});

describe("analyses", () => {
  test("are listed newest first, all versions or the latest, whole or by fields", async () => {
    const list = async (query: string) =>
      expectOk(await get(`/api/v1/analyses?session_id=${interview.sessionId}&${query}`, readOnly), AnalysisList).data;
    expect((await list("")).map(({ version }) => version).sort()).toEqual([1, 2]);
    expect(await list("latest=1")).toMatchObject([{ version: 2, overall_score: MODEL_ANALYSIS.overallScore }]);
    expect(await list("final_status=passed")).toEqual([]);
    expect(await list("analysis_status=completed&final_status=needs_review")).toHaveLength(2);
    const [picked] = await list("latest=1&fields=overall_score,method_label");
    expect(Object.keys(picked ?? {}).sort()).toEqual(
      ["analysis_id", "candidate_id", "interview_id", "method_label", "overall_score", "session_id", "version"].sort(),
    );
    expectRefusal(await get("/api/v1/analyses?fields=overall_score,secret", readOnly), 422, "invalid_fields");
  });

  test("are read by their own id, or by session: the latest or a version", async () => {
    const address = `/api/v1/sessions/${interview.sessionId}/analysis`;
    const { analysis: latest } = expectOk(await get(address, readOnly), AnalysisResponse);
    expect(latest).toMatchObject({ version: 2, interview_id: interview.id, candidate_id: interview.candidateId });
    expect(latest.question_analysis).toHaveLength(3);
    expect(expectOk(await get(`${address}?version=1`, readOnly), AnalysisResponse).analysis.version).toBe(1);
    expect(expectOk(await get(`/api/v1/analyses/${latest.analysis_id}`, readOnly), AnalysisResponse).analysis).toEqual(
      latest,
    );
    expectRefusal(await get(`${address}?version=9`, readOnly), 404, "analysis_not_found");
    expectRefusal(await get(`${address}?version=0`, readOnly), 422, "invalid_fields");
    expectRefusal(await get(`/api/v1/analyses/${latest.analysis_id}`, other.apiKey), 404, "analysis_not_found");
    expectRefusal(await get("/api/v1/analyses/x", readOnly), 404, "analysis_not_found");
  });

  test("have versions, which can be compared", async () => {
    const address = `/api/v1/sessions/${interview.sessionId}/analyses`;
    const { data } = expectOk(await get(address, readOnly), VersionsAnswer);
    expect(data.map(({ version }) => version)).toEqual([2, 1]);
    const { changes } = expectOk(await get(`${address}/changes?from=1&to=2`, readOnly), ChangesResponse);
    expect(changes.overall_score).toEqual({ from: RUBRIC_ANALYSIS.overallScore, to: MODEL_ANALYSIS.overallScore });
    expectRefusal(await get(`${address}/changes?from=1&to=7`, readOnly), 404, "analysis_not_found");
    expectRefusal(await get(`${address}/changes?from=1`, readOnly), 422, "invalid_fields");
  });

  test("are made anew by who may, once for an Idempotency-Key", async () => {
    const { sessionId } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
    const address = `/api/v1/sessions/${sessionId}/analyses`;
    expectRefusal(await post(address, {}, readOnly), 403, "forbidden");
    expectRefusal(await post(address, { scorer: "best" }, tenant.apiKey), 422, "invalid_fields");
    const headers = { "idempotency-key": randomUUID() };
    for (const _ of ["first", "again"]) {
      const answer = await send("POST", address, { json: { scorer: "offline" }, apiKey: tenant.apiKey, headers });
      expect(answer.status).toBe(202);
      expect(AnalyseResponse.parse(answer.body).analysis).toEqual({ version: 2, status: "pending" });
    }
    const active = await tenant.invite();
    const { body } = await post("/api/interview/session/start", { interview_token: active.token });
    const open = (body as { session_id: string }).session_id;
    expectRefusal(await post(`/api/v1/sessions/${open}/analyses`, {}, tenant.apiKey), 409, "interview_not_completed");
  });
});

describe("decisions", () => {
  const decision = { decision: "passed", reason: "Measures first." };

  test("are sent by a key for a member of the organisation, who is named", async () => {
    const { id } = await assessedInterview(tenant.actor, []);
    const body = { ...decision, interview_id: id, decided_by: tenant.recruiter.email.toUpperCase() };
    expectRefusal(await post("/api/v1/decisions", body, readOnly), 403, "forbidden");
    const answer = await post("/api/v1/decisions", body, tenant.apiKey);
    expect(answer.status).toBe(201);
    const { decision: made } = DecisionAnswer.parse(answer.body);
    expect(made).toMatchObject({ ...decision, interview_id: id, decided_by: { email: tenant.recruiter.email } });
    const address = `/api/v1/decisions/${made.decision_id}`;
    expect(expectOk(await get(address, readOnly), DecisionAnswer).decision).toEqual(made);
    expectRefusal(await get(address, other.apiKey), 404, "decision_not_found");
    const listed = expectOk(await get(`/api/v1/decisions?interview_id=${id}&decision=passed`, readOnly), DecisionList);
    expect(listed.data).toEqual([made]);
    const events = await db().auditEvent.findMany({ where: { subjectId: id, action: "decision.made" } });
    expect(events).toMatchObject([{ actorKind: "api_key", detail: { decision_id: made.decision_id } }]);
  });

  test("name nobody else: no stranger, nobody unnamed, and people decide as themselves", async () => {
    const body = { ...decision, interview_id: interview.id };
    const refused = async (decided_by: string | undefined) => {
      const answer = await post("/api/v1/decisions", { ...body, decided_by }, tenant.apiKey);
      return expectRefusal(answer, 422, "invalid_fields").error.issues.map(({ path }) => path);
    };
    for (const email of [undefined, "nobody@example.com", other.recruiter.email]) {
      expect(await refused(email)).toEqual(["decided_by"]);
    }
    const headers = { cookie: await signIn(tenant.recruiter) };
    const asPerson = (decided_by?: string) =>
      send("POST", "/api/v1/decisions", { json: { ...body, decided_by }, headers });
    expectRefusal(await asPerson(other.recruiter.email), 422, "invalid_fields");
    expect((await asPerson()).status).toBe(201);
    expect((await asPerson(tenant.recruiter.email)).status).toBe(201);
  });

  test("are made about finished interviews of one's own", async () => {
    const decided_by = tenant.recruiter.email;
    const invited = await tenant.invite();
    const { interviewId } = {
      interviewId: (await db().interview.findUniqueOrThrow({ where: { token: invited.token } })).id,
    };
    const about = (interview_id: string) =>
      post("/api/v1/decisions", { ...decision, interview_id, decided_by }, tenant.apiKey);
    expectRefusal(await about(interviewId), 409, "interview_not_completed");
    expectRefusal(await about(randomUUID()), 404, "interview_not_found");
    expectRefusal(await about("x"), 404, "interview_not_found");
    const foreign = await assessedInterview(other.actor, []);
    expectRefusal(await about(foreign.id), 404, "interview_not_found");
  });

  test("of a sandbox name members of the organisation it belongs to", async () => {
    const key = await createApiKey({ name: "sandbox", kind: "test" }, tenant.actor);
    const sandboxOfId = tenant.actor.organizationId;
    const { id: organizationId } = await db().organization.findFirstOrThrow({ where: { sandboxOfId } });
    const sandbox = { kind: "system", organizationId } as const;
    const { id } = await assessedInterview(sandbox, []);
    const body = { ...decision, interview_id: id, decided_by: tenant.recruiter.email };
    expect((await post("/api/v1/decisions", body, key.plain)).status).toBe(201);
    expectRefusal(await post("/api/v1/decisions", body, tenant.apiKey), 404, "interview_not_found");
  });
});

describe("recordings", () => {
  let recorded: AssessedInterview;
  beforeAll(async () => {
    recorded = await recordedInterview(inject("baseUrl"), tenant.actor, [MODEL_ANALYSIS]);
  });

  test("are listed and read as the documented recording_info", async () => {
    const { recording } = expectOk(await get(`/api/v1/recordings/${recorded.sessionId}`, readOnly), RecordingResponse);
    expect(recording).toMatchObject({ interview_id: recorded.id, recording_status: "completed", version: 1 });
    expect(recording.segments).toHaveLength(1);
    const { data } = expectOk(await get("/api/v1/recordings?recording_status=completed", readOnly), RecordingList);
    expect(data.map(({ session_id }) => session_id)).toEqual([recorded.publicId]);
  });

  test("are opened by a signed link without any other credential, in ranges, and each link is one view in the record", async () => {
    const address = `/api/v1/recordings/${recorded.sessionId}/link`;
    const { url, expires_at } = expectOk(
      await get(`${address}?download=1&expires_in_seconds=60`, readOnly),
      LinkAnswer,
    );
    expect(Date.parse(expires_at) - Date.now()).toBeLessThanOrEqual(60_000);
    expect(url).not.toContain(recorded.sessionId);
    const whole = await fetch(url);
    expect(whole.status).toBe(200);
    expect(whole.headers.get("content-disposition")).toMatch(/^attachment/);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const part = await fetch(url, { headers: { range: "bytes=100-199" } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    expect((await fetch(url, { method: "HEAD" })).headers.get("content-length")).toBe(String(bytes.length));
    const views = await db().auditEvent.findMany({ where: { subjectId: recorded.id, action: "recording.viewed" } });
    expect(views).toMatchObject([{ actorKind: "api_key", detail: { by: "link", file: 1 } }]);
  });

  test("are not opened by a link that anybody changed, or that is of an earlier file", async () => {
    const address = `/api/v1/recordings/${recorded.sessionId}/link`;
    const { url } = expectOk(await get(address, readOnly), LinkAnswer);
    const [said = "", signature = ""] = (url.split("/").at(-1) ?? "").split(".");
    const longer = Buffer.from(said, "base64url")
      .toString()
      .replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const flipped = signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    for (const link of [
      `${Buffer.from(longer).toString("base64url")}.${signature}`,
      `${said}.${flipped}`,
      `${said}.`,
      said,
      "x",
    ]) {
      expectRefusal(await get(`/api/media/${link}`), 404, "media_link_invalid");
    }
    await db().recording.update({ where: { sessionId: recorded.sessionId }, data: { sha256: "0".repeat(64) } });
    expectRefusal(await get(new URL(url).pathname), 404, "media_link_invalid");
  });

  test("have no link while there is no file, and links last an hour at most", async () => {
    const address = `/api/v1/recordings/${interview.sessionId}/link`;
    expectRefusal(await get(address, readOnly), 404, "recording_not_found");
    for (const query of ["expires_in_seconds=3601", "expires_in_seconds=1", "file=0", "download=yes"]) {
      expectRefusal(await get(`${address}?${query}`, readOnly), 422, "invalid_fields");
    }
  });
});

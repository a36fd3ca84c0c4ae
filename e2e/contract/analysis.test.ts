import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { AnalysisAnswer } from "../../lib/contract/interview-answers.ts";
import { AnalyseResponse, ChangesResponse } from "../../lib/contract/rescore.ts";
import { db } from "../../lib/db/client.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { expectOk, expectRefusal, get, post, send } from "../support/client.ts";
import { analysed, startedSession } from "../support/interview.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

const QUESTION = {
  text: "A database query became slow as a table grew. How would you find out why?",
  type: "technical",
  keywords: ["query plan", "index"],
  ideal_answer: "Read the query plan to see a full scan, and add an index on the columns of the where clause.",
};
const TEXT =
  "I would read the query plan first, because guessing wastes time. At my last job it showed a full scan, so I added an index " +
  "and measured before and after: 4 seconds became 60 milliseconds.";
const LEVEL = expect.toSatisfy((value: unknown) => typeof value === "number" && value >= 0 && value <= 100, "a score");

const addressOf = (interviewId: string) => `/api/interviews/${interviewId}/analysis`;

async function interviewIn(tenant: Tenant) {
  const session = await startedSession(tenant, QUESTION, tenant.apiKey);
  const { interviewId } = await db().session.findUniqueOrThrow({ where: { id: session.session_id } });
  return { ...session, address: addressOf(interviewId) };
}

async function finishedInterview(tenant: Tenant, answer: object = {}) {
  const interview = await interviewIn(tenant);
  const { session_id, question_id, candidateId } = interview;
  await post("/api/interview/answer/add", { session_id, question_id, answer_data: { text: TEXT, ...answer } });
  await post("/api/interview/session/end", { session_id });
  await analysed(tenant, candidateId);
  return interview;
}

async function rescored(tenant: Tenant, { address, candidateId }: { address: string; candidateId: number }) {
  const answer = await post(address, { scorer: "offline" }, tenant.apiKey);
  expect(answer.status).toBe(202);
  const { analysis } = AnalyseResponse.parse(answer.body);
  const scored = await analysed(tenant, candidateId);
  expect(scored.analysis.version).toBe(analysis.version);
  return scored;
}

describe("an analysis says how it came about", () => {
  test("beside the documented fields stand method, versions, spread, evidence and flags", async () => {
    const tenant = await newTenant();
    const { candidateId, question_id } = await finishedInterview(tenant);
    const { analysis } = expectOk(await get(`/api/interview/analysis/${candidateId}`, tenant.apiKey), AnalysisAnswer);
    expect(analysis).toMatchObject({
      analysis_status: "completed",
      technical_score: LEVEL,
      method: "offline_rubric",
      method_label: expect.stringContaining("not AI"),
      model: null,
      host: null,
      rubric_version: expect.stringMatching(/^\d/),
      prompt_version: null,
      version: 1,
      spread: { technical_score: 0, communication_score: 0, problem_solving_score: 0 },
      evidence_coverage: 1,
      error: null,
    });
    // Nobody asked about it: estimated where a quote of the answer shows it, and then it says so.
    const estimated = analysis.flags.some(({ code }) => code === "indirect_cultural_fit");
    expect([analysis.cultural_fit_score !== null, analysis.spread.cultural_fit_score === 0]).toEqual([
      estimated,
      estimated,
    ]);
    const [question] = analysis.question_analysis;
    expect(question).toMatchObject({ question_id, status: "assessed", text_source: "candidate", score: LEVEL });
    expect(question?.evidence.length).toBeGreaterThan(0);
    for (const { quote, media_offset_seconds } of question?.evidence ?? []) {
      expect(TEXT).toContain(quote);
      expect(media_offset_seconds).toBeNull(); // nothing was recorded
    }
  });

  test("a blank answer is insufficient and has no number", async () => {
    const tenant = await newTenant();
    const { candidateId } = await finishedInterview(tenant, { text: " " });
    const { analysis } = await analysed(tenant, candidateId);
    expect(analysis).toMatchObject({ overall_score: null, final_status: "needs_review", evidence_coverage: 0 });
    expect(analysis.question_analysis).toMatchObject([
      { status: "insufficient", text_source: null, score: null, technical_score: null, evidence: [] },
    ]);
  });
});

describe("scoring again", () => {
  test("makes a new version, and two versions can be compared", async () => {
    const tenant = await newTenant();
    const interview = await finishedInterview(tenant);
    const first = await analysed(tenant, interview.candidateId);
    const second = await rescored(tenant, interview);
    expect({ ...second.analysis, version: 1 }).toEqual(first.analysis);
    const compared = await get(`${interview.address}/changes?from=1&to=2`, tenant.apiKey);
    const { changes } = expectOk(compared, ChangesResponse);
    expect(changes).toMatchObject({ from: 1, to: 2, flags_added: [], flags_removed: [] });
    expect(changes.overall_score).toEqual({ from: first.analysis.overall_score, to: first.analysis.overall_score });
    expect(changes.questions).toHaveLength(1);
  });

  test("a repeated request with the same Idempotency-Key makes one version", async () => {
    const tenant = await newTenant();
    const { address, session_id } = await finishedInterview(tenant);
    const headers = { "idempotency-key": randomUUID() };
    const ask = () => send("POST", address, { json: { scorer: "offline" }, apiKey: tenant.apiKey, headers });
    const [one, again] = [await ask(), await ask()];
    expect(again).toMatchObject({ status: 202, body: one.body });
    expect(await db().analysis.count({ where: { sessionId: session_id } })).toBe(2);
  });
});

describe("refused are", () => {
  test("401: requests without credentials", async () => {
    const { address } = await interviewIn(await newTenant());
    expectRefusal(await post(address, {}), 401, "unauthenticated");
    expectRefusal(await get(`${address}/changes?from=1&to=2`), 401, "unauthenticated");
  });

  test("403: reviewers, who may compare and start nothing", async () => {
    const tenant = await newTenant();
    const interview = await finishedInterview(tenant);
    await rescored(tenant, interview);
    const reviewer = { email: `${randomUUID()}@example.com`, password: randomUUID() };
    await createUser({ ...reviewer, role: "reviewer" }, tenant.actor);
    const headers = { cookie: await signIn(reviewer) };
    expectRefusal(await send("POST", interview.address, { json: {}, headers }), 403, "forbidden");
    expect((await send("GET", `${interview.address}/changes?from=1&to=2`, { headers })).status).toBe(200);
  });

  test("404: interviews that are not there or not yours, and versions that are not there", async () => {
    const [tenant, stranger] = [await newTenant(), await newTenant()];
    const { address } = await finishedInterview(tenant);
    for (const [path, apiKey] of [
      [address, stranger.apiKey],
      [addressOf(randomUUID()), tenant.apiKey],
      [addressOf("1"), tenant.apiKey],
    ] as const) {
      expectRefusal(await post(path, {}, apiKey), 404, "interview_not_found");
      expectRefusal(await get(`${path}/changes?from=1&to=1`, apiKey), 404, "interview_not_found");
    }
    expectRefusal(await get(`${address}/changes?from=1&to=2`, tenant.apiKey), 404, "analysis_not_found");
  });

  test("409: interviews that are not finished, or being scored already", async () => {
    const tenant = await newTenant();
    const { address } = await interviewIn(tenant);
    expectRefusal(await post(address, {}, tenant.apiKey), 409, "interview_not_completed");
    const interview = await finishedInterview(tenant);
    await db().analysis.updateMany({ where: { sessionId: interview.session_id }, data: { status: "processing" } });
    expectRefusal(await post(interview.address, {}, tenant.apiKey), 409, "analysis_under_way");
  });

  test("422: unknown scorers and versions", async () => {
    const tenant = await newTenant();
    const { address } = await interviewIn(tenant);
    for (const body of [{ scorer: "gpt" }, [], "offline"]) {
      expectRefusal(await post(address, body, tenant.apiKey), 422, "invalid_fields");
    }
    for (const query of ["", "?from=1", "?from=1&to=0", "?from=a&to=2", "?from=1&to=99999999999"]) {
      expectRefusal(await get(`${address}/changes${query}`, tenant.apiKey), 422, "invalid_fields");
    }
  });
});

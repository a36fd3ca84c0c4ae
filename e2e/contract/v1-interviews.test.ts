import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { InterviewAnswer, InterviewLinkAnswer, InterviewsAnswer } from "../../lib/contract/v1/interviews.ts";
import { CreatedInterviewAnswer } from "../../lib/contract/v1/new-interviews.ts";
import { db } from "../../lib/db/client.ts";
import { expectOk, expectRefusal, get, post, send } from "../support/client.ts";
import { analysed, endedSession } from "../support/interview.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";
import {
  createInterview,
  createTemplate,
  expectCreated,
  fieldsOf,
  keyWith,
  newCandidate,
  walk,
} from "../support/v1.ts";

const PATH = "/api/v1/interviews";
const DAY_MS = 86_400_000;

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant();
});

function body<T extends object>(over?: T) {
  return { candidate: newCandidate(), template_name: "Backend engineer", ...(over as T) };
}

const invite = (over: object = {}, apiKey = tenant.apiKey) => post(PATH, body(over), apiKey);
const read = async (id: string) => expectOk(await get(`${PATH}/${id}`, tenant.apiKey), InterviewAnswer).interview;
const act = (id: string, what: string, json?: object, apiKey = tenant.apiKey) =>
  send("POST", `${PATH}/${id}/${what}`, json ? { json, apiKey } : { apiKey });
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS);
/** Moves an invitation's end, as time does. */
const endAt = (id: string, expiresAt: Date) => db().interview.update({ where: { id }, data: { expiresAt } });

describe("creating", () => {
  test("a new candidate gets a link that opens the interview", async () => {
    const external_id = randomUUID();
    const made = await createInterview(tenant, { external_id, expires_in_days: 3 });
    expect(made).toMatchObject({ external_id, candidate_created: true });
    expect(made.url).toContain(`/interview/${made.interview_token}`);
    expect(Date.parse(made.expires_at)).toBeCloseTo(Date.now() + 3 * DAY_MS, -5);
    expect(await read(made.interview_id)).toMatchObject({
      id: made.interview_id,
      external_id,
      state: "invited",
      candidate: { id: made.candidate_id, name: "Ada Lovelace" },
      template: { name: "Backend engineer", version: null },
      session: null,
      analysis: null,
    });
    const started = await post("/api/interview/session/start", { interview_token: made.interview_token });
    expect(started.status).toBe(200);
    expect(await read(made.interview_id)).toMatchObject({ template: { version: 1 } });
  });

  test("candidate and template are named by id, by external id or in full", async () => {
    const template = await createTemplate(tenant, { external_id: randomUUID() });
    const person = newCandidate({ external_id: randomUUID() });
    const first = await createInterview(tenant, { candidate: person });
    for (const over of [
      { candidate: undefined, candidate_id: first.candidate_id },
      { candidate: undefined, candidate_external_id: person.external_id },
      { candidate: { ...person, external_id: undefined } },
      { template_name: undefined, template_id: template.id, candidate: person },
      { template_name: undefined, template_external_id: template.external_id, candidate: person },
    ]) {
      const again = await createInterview(tenant, { allow_another: true, ...over });
      expect(again).toMatchObject({ candidate_id: first.candidate_id, candidate_created: false });
      expect(again.interview_token).not.toBe(first.interview_token);
    }
  });

  test("a second open invitation to one role is told, and made where it is wanted; nobody is renamed", async () => {
    const person = newCandidate();
    const first = await createInterview(tenant, { candidate: person });
    const refused = expectRefusal(await invite({ candidate: person }), 409, "already_invited");
    expect(refused.error.interview_id).toBe(first.interview_id);
    const other = { candidate: { ...person, name: "Somebody Else" }, allow_another: true };
    const second = await createInterview(tenant, other);
    expect(second).toMatchObject({ candidate_id: first.candidate_id, name_kept: true });
    expect(first).not.toHaveProperty("name_kept");
    const names = async (query: string) =>
      expectOk(await get(`/api/v1/interviews?${query}`, tenant.apiKey), InterviewsAnswer).data.map((row) => [
        row.id,
        row.candidate?.name,
      ]);
    expect(await names(`candidate_id=${first.candidate_id}`)).toEqual([
      [second.interview_id, "Somebody Else"],
      [first.interview_id, "Ada Lovelace"],
    ]);
  });

  test("another name for a known address is asked about or taken everywhere, where the request says so", async () => {
    const person = newCandidate();
    const first = await createInterview(tenant, { candidate: person });
    const other = { candidate: { ...person, name: "Ada King" }, allow_another: true };
    const asked = expectRefusal(await invite({ ...other, other_name: "ask" }), 409, "name_differs");
    expect(asked.message).toBe(`${person.email} is known here as “Ada Lovelace”.`);
    const same = await createInterview(tenant, { ...other, candidate: person, other_name: "ask" });
    expect(same).not.toHaveProperty("name_kept");
    expect(await createInterview(tenant, { ...other, other_name: "keep" })).toMatchObject({ name_kept: true });
    expect((await read(first.interview_id)).candidate.name).toBe("Ada Lovelace");
    const renamed = await createInterview(tenant, { ...other, other_name: "rename" });
    expect(renamed).toMatchObject({ candidate_id: first.candidate_id, candidate_created: false });
    expect(renamed).not.toHaveProperty("name_kept");
    expect((await read(first.interview_id)).candidate.name).toBe("Ada King");
    expect(fieldsOf(await invite({ ...other, other_name: "either" }))).toEqual(["other_name"]);
  });

  test("what is unknown is 404, what is taken or contradicts itself is 409, and nothing is written", async () => {
    const before = await db().candidate.count({ where: { organizationId: tenant.actor.organizationId } });
    const person = newCandidate();
    const gone = { candidate: undefined };
    const noTemplate = { template_name: undefined, candidate: person };
    expectRefusal(await invite({ ...gone, candidate_id: 2_147_483_647 }), 404, "candidate_not_found");
    expectRefusal(await invite({ ...gone, candidate_external_id: "nobody" }), 404, "candidate_not_found");
    expectRefusal(await invite({ ...noTemplate, template_id: randomUUID() }), 404, "template_not_found");
    expectRefusal(await invite({ ...noTemplate, template_id: "x" }), 404, "template_not_found");
    expectRefusal(await invite({ ...noTemplate, template_name: "None" }), 404, "template_not_found");
    expectRefusal(await invite({ ...noTemplate, template_external_id: "None" }), 404, "template_not_found");
    expect(await db().candidate.count({ where: { organizationId: tenant.actor.organizationId } })).toBe(before);
    const taken = await createInterview(tenant, { external_id: randomUUID() });
    expectRefusal(await invite({ external_id: taken.external_id }), 409, "external_id_taken");
    const known = newCandidate({ external_id: randomUUID() });
    await createInterview(tenant, { candidate: known });
    const other = { ...known, email: `${randomUUID()}@example.com` };
    expectRefusal(await invite({ candidate: other }), 409, "candidate_conflict");
  });

  test.each([
    [{}, ["candidate_id", "template_id"]],
    [
      { candidate_id: 1, candidate: newCandidate(), template_id: "x", template_name: "y" },
      ["candidate", "template_name"],
    ],
    [
      { candidate: { name: "", email: "x" }, template_name: "y", expires_in_days: 0 },
      ["candidate.name", "candidate.email", "expires_in_days"],
    ],
    [
      { candidate_id: 1, template_name: "y", expires_in_days: 366, external_id: "a\nb" },
      ["expires_in_days", "external_id"],
    ],
    [{ candidate_id: 1, template_name: "y", expires_in_days: 3, expires_at: daysFromNow(3) }, ["expires_at"]],
    [{ candidate_id: 1, template_name: "y", expires_at: daysFromNow(-1) }, ["expires_at"]],
    [{ candidate_id: 1, template_name: "y", expires_at: daysFromNow(400) }, ["expires_at"]],
    [
      { candidate_id: "1", template_name: "y", expires_at: "soon", colour: 1 },
      ["candidate_id", "expires_at", "colour"],
    ],
  ])("wrong fields are named (%#)", async (wrong, fields) => {
    expect(fieldsOf(await post(PATH, wrong, tenant.apiKey)).sort()).toEqual(fields.sort());
  });

  test("the same Idempotency-Key makes one, one after the other or twenty at a time", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const json = body({ external_id: randomUUID() });
    const ask = () => send("POST", PATH, { json, headers, apiKey: tenant.apiKey });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    const later = await ask();
    const made = [...answers, later].filter(({ status }) => status === 201);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expectRefusal(answer, 409, "idempotency_in_progress");
    }
    const ids = made.map((answer) => expectCreated(answer, CreatedInterviewAnswer).interview_id);
    expect(new Set(ids).size).toBe(1);
    expect(later.headers.get("idempotent-replayed")).toBe("true");
    expect(await db().interview.count({ where: { externalId: json.external_id } })).toBe(1);
    const other = await send("POST", PATH, { json: body(), headers, apiKey: tenant.apiKey });
    expectRefusal(other, 409, "idempotency_conflict");
  });
});

describe("reading", () => {
  test("an interview tells how far it has come", async () => {
    const own = await newTenant();
    const { candidateId, interviewId, public_id } = await endedSession(own);
    await analysed(own, candidateId);
    const { interview } = expectOk(await get(`${PATH}/${interviewId}`, own.apiKey), InterviewAnswer);
    expect(interview).toMatchObject({
      state: "completed",
      session: { id: public_id, status: "completed", question_count: 1, answer_count: 1 },
      analysis: { version: 1, status: "completed", method: "offline_rubric", method_label: expect.any(String) },
      decision: null,
    });
    const recommendation = interview.analysis?.recommendation;
    for (const [query, found] of [
      ["state=to_review", true],
      ["state=completed", true],
      ["state=invited", false],
      [`recommendation=${recommendation}`, true],
      ["decision=passed", false],
      [`candidate_id=${candidateId}`, true],
      [`candidate_id=${candidateId + 1}`, false],
      [`template_id=${interview.template.id}`, true],
      [`template_id=${randomUUID()}`, false],
      ["candidate_external_id=nobody", false],
      [`created_before=${interview.created_at}`, false],
      ["created_after=2020-01-01T00:00:00Z", true],
    ] as const) {
      expect([query, await walk(`${PATH}?${query}`, own.apiKey)]).toEqual([query, found ? [interviewId] : []]);
    }
  });

  test("a list gives the fields that were asked for, and the id", async () => {
    const { interview_id, external_id } = await createInterview(tenant, { external_id: randomUUID() });
    const answer = await get(`${PATH}?external_id=${external_id}&fields=state,candidate`, tenant.apiKey);
    const [found] = expectOk(answer, InterviewsAnswer).data;
    expect(Object.keys(found ?? {}).sort()).toEqual(["candidate", "id", "state"]);
    expect(found?.id).toBe(interview_id);
    expect(fieldsOf(await get(`${PATH}?fields=state,token`, tenant.apiKey))).toEqual(["fields.1"]);
  });

  test("pages have no holes and no doubles while interviews are added", async () => {
    const own = await newTenant();
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.unshift((await createInterview(own)).interview_id);
    expect(await walk(`${PATH}?limit=2`, own.apiKey, () => createInterview(own))).toEqual(ids);
  });

  test.each([
    ["state=lost&limit=x", ["limit", "state"]],
    ["candidate_id=abc&template_id=1", ["candidate_id", "template_id"]],
    ["created_after=0000-01-01T00:00:00Z", ["created_after"]],
    ["candidate_id=99999999999&fields=", ["candidate_id", "fields.0"]],
    ["recommendation=good&decision=bad&sort=up", ["decision", "recommendation", "sort"]],
    [`cursor=${Buffer.from("1_7").toString("base64url")}`, ["cursor"]],
  ])("%s is refused with the wrong parameters named", async (query, fields) => {
    expect(fieldsOf(await get(`${PATH}?${query}`, tenant.apiKey)).sort()).toEqual(fields);
  });

  test("the link is for those who may invite, while it opens something, and reading it is written down", async () => {
    const made = await createInterview(tenant);
    const link = (apiKey = tenant.apiKey) => get(`${PATH}/${made.interview_id}/link`, apiKey);
    const { url, interview_token } = expectOk(await link(), InterviewLinkAnswer);
    expect({ url, interview_token }).toEqual({ url: made.url, interview_token: made.interview_token });
    const written = { subjectId: made.interview_id, action: "invitation.link_read" };
    expect(await db().auditEvent.count({ where: written })).toBe(1);
    const reader = await keyWith(tenant, { scopes: ["read"] });
    expectRefusal(await link(reader), 403, "forbidden");
    const seen = await get(`${PATH}/${made.interview_id}`, reader);
    expect(JSON.stringify(seen.body)).not.toContain(made.interview_token);
    await endAt(made.interview_id, daysFromNow(-1));
    expectRefusal(await link(), 410, "invitation_expired");
    await act(made.interview_id, "revoke");
    expectRefusal(await link(), 410, "invitation_revoked");
  });
});

describe("more time, and none", () => {
  test("an invitation can be given more time, also when its time was over", async () => {
    const { interview_id } = await createInterview(tenant, { expires_in_days: 1 });
    const at = daysFromNow(30).toISOString();
    const extended = expectOk(await act(interview_id, "extend", { expires_at: at }), InterviewAnswer).interview;
    expect(extended).toMatchObject({ expires_at: at, state: "invited" });
    await endAt(interview_id, daysFromNow(-1));
    expect(await read(interview_id)).toMatchObject({ state: "expired" });
    await act(interview_id, "extend", { expires_in_days: 2 });
    expect(await read(interview_id)).toMatchObject({ state: "invited" });
    const actions = await db().auditEvent.findMany({ where: { subjectId: interview_id }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual([
      "invitation.created",
      "invitation.extended",
      "invitation.extended",
    ]);
  });

  test("time is never taken away, and what has ended gets none", async () => {
    const { interview_id } = await createInterview(tenant, { expires_in_days: 10 });
    expect(fieldsOf(await act(interview_id, "extend", { expires_in_days: 5 }))).toEqual(["expires_in_days"]);
    expect(fieldsOf(await act(interview_id, "extend", { expires_at: daysFromNow(5) }))).toEqual(["expires_at"]);
    expect(fieldsOf(await act(interview_id, "extend", {}))).toEqual(["expires_in_days"]);
    await act(interview_id, "revoke");
    expectRefusal(await act(interview_id, "extend", { expires_in_days: 30 }), 410, "invitation_revoked");
    const ended = await endedSession(tenant);
    expectRefusal(await act(ended.interviewId, "extend", { expires_in_days: 30 }), 409, "interview_completed");
    expectRefusal(await get(`${PATH}/${ended.interviewId}/link`, tenant.apiKey), 409, "interview_completed");
  });

  test("a withdrawn invitation opens nothing, and stays withdrawn as of the first time", async () => {
    const { interview_id, interview_token } = await createInterview(tenant);
    const first = expectOk(await act(interview_id, "revoke"), InterviewAnswer).interview;
    expect(first).toMatchObject({ state: "revoked", revoked_at: expect.any(String) });
    expect(expectOk(await act(interview_id, "revoke"), InterviewAnswer).interview).toEqual(first);
    const started = await post("/api/interview/session/start", { interview_token });
    expectRefusal(started, 410, "invitation_revoked");
  });
});

test("nobody without a key, readers only read, and others' interviews are unknown", async () => {
  const { interview_id } = await createInterview(tenant);
  const reader = await keyWith(tenant, { scopes: ["read"] });
  const others = [(await newTenant()).apiKey, await keyWith(tenant, { kind: "test" })];
  expectOk(await get(`${PATH}/${interview_id}`, reader), InterviewAnswer);
  expectRefusal(await get(PATH), 401, "unauthenticated");
  expectRefusal(await post(PATH, body()), 401, "unauthenticated");
  expectRefusal(await invite({}, reader), 403, "forbidden");
  for (const [what, json] of [["extend", { expires_in_days: 30 }], ["revoke"]] as const) {
    expectRefusal(await act(interview_id, what, json, reader), 403, "forbidden");
    for (const other of others) {
      expectRefusal(await act(interview_id, what, json, other), 404, "interview_not_found");
    }
  }
  for (const other of others) {
    expectRefusal(await get(`${PATH}/${interview_id}`, other), 404, "interview_not_found");
    expectRefusal(await get(`${PATH}/${interview_id}/link`, other), 404, "interview_not_found");
    expect(await walk(`${PATH}?limit=100`, other)).toEqual([]);
  }
  expectRefusal(await get(`${PATH}/x`, tenant.apiKey), 404, "interview_not_found");
});

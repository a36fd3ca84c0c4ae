import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { StartSessionAnswer } from "../../lib/contract/interview-answers.ts";
import { TemplateAnswer, TemplatesAnswer } from "../../lib/contract/v1/templates.ts";
import { db } from "../../lib/db/client.ts";
import { expectOk, expectRefusal, get, post, send } from "../support/client.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";
import { createInterview, createTemplate, expectCreated, fieldsOf, keyWith, newTemplate, walk } from "../support/v1.ts";

const PATH = "/api/v1/templates";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant();
});

const patch = (id: string, json: object, apiKey = tenant.apiKey) => send("PATCH", `${PATH}/${id}`, { json, apiKey });
const read = async (id: string) => expectOk(await get(`${PATH}/${id}`, tenant.apiKey), TemplateAnswer).template;

describe("creating", () => {
  test("everything that a template says comes back", async () => {
    const body = {
      name: `Keeper ${randomUUID()}`,
      external_id: randomUUID(),
      role_title: "Lighthouse keeper",
      introduction: "Welcome ashore.",
      category_weights: { technical: 3, communication: 1, problem_solving: 0, cultural_fit: 0.5 },
      pass_threshold: 80,
      fail_threshold: 30,
      company_values: ["Patience"],
      gating_categories: ["technical"],
      require_person_to_fail: true,
      coaching_notes: true,
      avatar: "default",
      avatar_settings: { name: "Noor", language: "en-GB" },
      browser_recognition: true,
      questions: [
        {
          text: "How do you keep a light burning?",
          type: "technical",
          difficulty: "hard",
          keywords: ["paraffin", "wick"],
          ideal_answer: "With patience.",
          rubric_notes: "Calm is strong.",
          prep_seconds: 10,
          answer_seconds: 90,
          retakes: 2,
        },
        { text: "And in a storm?", type: "situational" },
      ],
    };
    const { template } = expectCreated(await post(PATH, body, tenant.apiKey), TemplateAnswer);
    const [first, second] = body.questions;
    expect(template).toMatchObject({
      ...body,
      question_count: 2,
      archived_at: null,
      questions: [
        { position: 1, ...first },
        { position: 2, ...second, difficulty: "medium", keywords: [], answer_seconds: null, retakes: 0 },
      ],
    });
    expect(await read(template.id)).toEqual(template);
  });

  test("what is not said has the values that the settings begin with", async () => {
    expect(await createTemplate(tenant)).toMatchObject({
      external_id: null,
      introduction: "",
      category_weights: { technical: 1, communication: 1, problem_solving: 1, cultural_fit: 1 },
      pass_threshold: 70,
      fail_threshold: 45,
      company_values: [],
      gating_categories: ["technical", "communication", "problem_solving", "cultural_fit"],
      require_person_to_fail: false,
      coaching_notes: false,
      browser_recognition: false,
      cuts: { status: "proposed", settings: [] },
    });
  });

  test("names and external ids are taken once, the same letters composed in another way included", async () => {
    const { name, external_id } = await createTemplate(tenant, {
      name: `Caf\u00e9 ${randomUUID()}`,
      external_id: "t-1",
    });
    for (const same of [name, name.normalize("NFD")]) {
      expectRefusal(await post(PATH, newTemplate({ name: same }), tenant.apiKey), 409, "template_name_taken");
    }
    expectRefusal(await post(PATH, newTemplate({ external_id }), tenant.apiKey), 409, "external_id_taken");
    await createTemplate(await newTenant(), { name, external_id });
  });

  const question = (over: object) => newTemplate({ questions: [{ text: "Why?", type: "general", ...over }] });
  test.each([
    [{}, ["name", "role_title", "questions"]],
    [newTemplate({ questions: [] }), ["questions"]],
    [newTemplate({ questions: Array.from({ length: 101 }, () => ({ text: "Why?", type: "general" })) }), ["questions"]],
    [
      question({ text: " ", type: "riddle", retakes: -1 }),
      ["questions.0.text", "questions.0.type", "questions.0.retakes"],
    ],
    [
      question({ difficulty: "brutal", answer_seconds: 0, hint: "x" }),
      ["questions.0.difficulty", "questions.0.answer_seconds", "questions.0.hint"],
    ],
    [question({ text: "x".repeat(20_001), keywords: ["a\nb"] }), ["questions.0.text", "questions.0.keywords.0"]],
    [newTemplate({ pass_threshold: 40, fail_threshold: 40 }), ["fail_threshold"]],
    [newTemplate({ pass_threshold: 101, fail_threshold: "low" }), ["pass_threshold", "fail_threshold"]],
    [
      newTemplate({ category_weights: { technical: 0, communication: 0, problem_solving: 0, cultural_fit: 0 } }),
      ["category_weights"],
    ],
    [
      newTemplate({
        category_weights: { technical: -1, charm: 2, communication: 1, problem_solving: 1, cultural_fit: 1 },
      }),
      ["category_weights.technical", "category_weights.charm"],
    ],
    [
      newTemplate({ gating_categories: ["luck"], require_person_to_fail: "yes" }),
      ["gating_categories.0", "require_person_to_fail"],
    ],
    [newTemplate({ name: "a\u0007b", avatar_settings: { colour: "red" } }), ["name", "avatar_settings.colour"]],
  ])("wrong fields are named (%#)", async (body, fields) => {
    expect(fieldsOf(await post(PATH, body, tenant.apiKey)).sort()).toEqual([...fields].sort());
  });
});

describe("changing", () => {
  test("only what is sent changes", async () => {
    const before = await createTemplate(tenant);
    const answer = await patch(before.id, { role_title: "Lead tester", require_person_to_fail: true });
    expect(expectOk(answer, TemplateAnswer).template).toEqual({
      ...before,
      version: 2,
      cuts: { ...before.cuts, template_version_id: expect.any(String) },
      role_title: "Lead tester",
      require_person_to_fail: true,
    });
  });

  test("other right answers are kept with their question, and make another version", async () => {
    const { id, questions } = await createTemplate(tenant);
    const { position: _, ...question } = questions[0] as (typeof questions)[number];
    expect(question.also_right).toEqual([]);
    const also_right = ["I ask the one who found it what they saw.", "Look at what changed last."];
    await patch(id, { questions: [{ ...question, also_right }] });
    expect(await read(id)).toMatchObject({ version: 2, questions: [{ id: question.id, also_right }] });
    expect(fieldsOf(await patch(id, { questions: [{ ...question, also_right: ["", "x".repeat(5_001)] }] }))).toEqual([
      "questions.0.also_right.0",
      "questions.0.also_right.1",
    ]);
    const tooMany = { ...question, also_right: Array.from({ length: 21 }, () => "Yes.") };
    expect(fieldsOf(await patch(id, { questions: [tooMany] }))).toEqual(["questions.0.also_right"]);
  });

  test("a list that is sent again changes nothing, and a corrected question keeps the id that it is sent with", async () => {
    const { id, questions, version } = await createTemplate(tenant);
    expect(version).toBe(1);
    const { position: _, ...question } = questions[0] as (typeof questions)[number];
    for (const sent of [newTemplate().questions, [question]]) {
      expect(expectOk(await patch(id, { questions: sent }), TemplateAnswer).template).toMatchObject({ version: 1 });
    }
    const corrected = { ...question, text: "What does a good test do, then?" };
    await patch(id, { questions: [corrected] });
    expect(await read(id)).toMatchObject({ version: 2, questions: [{ position: 1, ...corrected }] });
    const listed = expectOk(await get(`${PATH}?name=${(await read(id)).name}`, tenant.apiKey), TemplatesAnswer).data;
    expect(listed).toMatchObject([{ id, version: 2 }]);
    expect(fieldsOf(await patch(id, { questions: [corrected, corrected] }))).toEqual(["questions.1.id"]);
    const stranger = await newTenant();
    const copy = newTemplate({ questions: [corrected] });
    expect(fieldsOf(await post(PATH, copy, stranger.apiKey))).toEqual(["questions.0.id"]);
    expect(expectCreated(await post(PATH, copy, tenant.apiKey), TemplateAnswer).template.questions[0]?.id).toBe(
      question.id,
    );
  });

  test("questions are replaced as a whole, and one whose text stays keeps its id", async () => {
    const { id, questions } = await createTemplate(tenant);
    const kept = { text: questions[0]?.text, type: "general", rubric_notes: "New notes." };
    await patch(id, { questions: [{ text: "First of all?", type: "general" }, kept] });
    const after = await read(id);
    expect(after.question_count).toBe(2);
    expect(after.questions).toMatchObject([
      { position: 1, text: "First of all?" },
      { position: 2, id: questions[0]?.id, ...kept, keywords: [] },
    ]);
    await patch(id, { questions: [{ text: "First of all?", type: "general" }] });
    await patch(id, { questions: [{ text: "Anything else?", type: "general" }] });
    expect((await read(id)).questions).toMatchObject([{ position: 1, text: "Anything else?" }]);
  });

  test("a candidate in the middle of the old questions is asked them to the end, with their notes", async () => {
    const template = await createTemplate(tenant, {
      questions: [{ text: "The old question?", type: "technical", rubric_notes: "Old notes." }],
    });
    const { interview_token } = await createInterview(tenant, { template_name: undefined, template_id: template.id });
    const started = await post("/api/interview/session/start", { interview_token });
    const { session_id } = expectOk(started, StartSessionAnswer);
    await patch(template.id, { questions: [{ text: "The new question?", type: "general" }] });
    const question_data = { text: "The old question?", template_question_id: template.questions[0]?.id };
    expect((await post("/api/interview/question/add", { session_id, question_data })).status).toBe(200);
    expect(await db().question.findFirst({ where: { sessionId: session_id } })).toMatchObject({
      type: "technical",
      rubricNotes: "Old notes.",
    });
  });

  test("thresholds are compared with what is there, and taken names are refused", async () => {
    const [one, other] = [await createTemplate(tenant, { external_id: randomUUID() }), await createTemplate(tenant)];
    expect(fieldsOf(await patch(other.id, { pass_threshold: 45 }))).toEqual(["pass_threshold"]);
    expect(fieldsOf(await patch(other.id, { fail_threshold: 70 }))).toEqual(["fail_threshold"]);
    expect(fieldsOf(await patch(other.id, {}))).toEqual([""]);
    expect(fieldsOf(await patch(other.id, { archived_at: null }))).toContain("archived_at");
    expectRefusal(await patch(other.id, { name: one.name }), 409, "template_name_taken");
    expectRefusal(await patch(other.id, { external_id: one.external_id }), 409, "external_id_taken");
    expectOk(await patch(one.id, { name: one.name, external_id: one.external_id }), TemplateAnswer);
  });

  test("an archived template invites nobody, keeps its name and its invitations, and is listed apart", async () => {
    const own = await newTenant();
    const { id, name } = await createTemplate(own);
    const { interview_token } = await createInterview(own, { template_name: name });
    const archive = () => post(`${PATH}/${id}/archive`, undefined, own.apiKey);
    const first = expectOk(await archive(), TemplateAnswer).template;
    expect(first.archived_at).not.toBeNull();
    expect(expectOk(await archive(), TemplateAnswer).template).toEqual(first);
    const invite = { template_id: id, candidate: { name: "Ada", email: "ada@example.com" } };
    expectRefusal(await post("/api/v1/interviews", invite, own.apiKey), 404, "template_not_found");
    expectRefusal(await post(PATH, newTemplate({ name }), own.apiKey), 409, "template_name_taken");
    expect((await post("/api/interview/session/start", { interview_token })).status).toBe(200);
    expect(await walk(`${PATH}?archived=true&limit=100`, own.apiKey)).toEqual([id]);
    expect(await walk(`${PATH}?limit=100`, own.apiKey)).not.toContain(id);
  });

  test("the record says who made, changed and archived it", async () => {
    const { id } = await createTemplate(tenant);
    await patch(id, { role_title: "Other" });
    await post(`${PATH}/${id}/archive`, undefined, tenant.apiKey);
    const events = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["template.created", "template.changed", "template.archived"]);
  });
});

test("pages have no holes and no doubles while templates are added, and filters find by name and external id", async () => {
  const own = await newTenant();
  const [sample] = await walk(`${PATH}?limit=100`, own.apiKey);
  const ids = [sample];
  for (let n = 0; n < 6; n += 1) ids.unshift((await createTemplate(own, { external_id: `t-${n}` })).id);
  expect(await walk(`${PATH}?limit=2`, own.apiKey, () => createTemplate(own))).toEqual(ids);
  const found = expectOk(await get(`${PATH}?external_id=t-3`, own.apiKey), TemplatesAnswer).data;
  expect(found).toMatchObject([{ id: ids[2], external_id: "t-3", question_count: 1 }]);
  expect(await walk(`${PATH}?limit=5&name=${encodeURIComponent("Backend engineer")}`, own.apiKey)).toEqual([sample]);
  expect(fieldsOf(await get(`${PATH}?archived=maybe&x=1`, own.apiKey)).sort()).toEqual(["archived", "x"]);
});

test("nobody without a key, readers only read, and others' templates are unknown", async () => {
  const { id } = await createTemplate(tenant);
  const reader = await keyWith(tenant, { scopes: ["read"] });
  const stranger = (await newTenant()).apiKey;
  const sandbox = await keyWith(tenant, { kind: "test" });
  expectOk(await get(`${PATH}/${id}`, reader), TemplateAnswer);
  expectRefusal(await get(PATH), 401, "unauthenticated");
  expectRefusal(await post(PATH, newTemplate()), 401, "unauthenticated");
  expectRefusal(await post(PATH, newTemplate(), reader), 403, "forbidden");
  expectRefusal(await patch(id, { name: "Mine" }, reader), 403, "forbidden");
  expectRefusal(await post(`${PATH}/${id}/archive`, undefined, reader), 403, "forbidden");
  for (const apiKey of [stranger, sandbox]) {
    expectRefusal(await get(`${PATH}/${id}`, apiKey), 404, "template_not_found");
    expectRefusal(await patch(id, { name: "Mine" }, apiKey), 404, "template_not_found");
    expectRefusal(await post(`${PATH}/${id}/archive`, undefined, apiKey), 404, "template_not_found");
  }
  expectRefusal(await get(`${PATH}/not-an-id`, tenant.apiKey), 404, "template_not_found");
});

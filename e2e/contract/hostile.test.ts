import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ErrorEnvelope } from "../../lib/contract/envelope.ts";
import { db } from "../../lib/db/client.ts";
import { type Answer, get, post, send } from "../support/client.ts";
import { endedSession, startedSession } from "../support/interview.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/*
 * Bodies no client should send, to each of the seven endpoints. Each is either refused in the envelope with nothing
 * stored, or accepted and stored to the letter. Never a 500, never half of something.
 */

const START = "/api/interview/session/start";
const QUESTION = "/api/interview/question/add";
const ANSWER = "/api/interview/answer/add";
const END = "/api/interview/session/end";

let tenant: Tenant;
let session: Awaited<ReturnType<typeof startedSession>>;
let ended: Awaited<ReturnType<typeof startedSession>>;
let foreign: Awaited<ReturnType<typeof startedSession>>;

beforeAll(async () => {
  tenant = await newTenant();
  session = await startedSession(tenant);
  ended = await endedSession(tenant);
  foreign = await startedSession(await newTenant());
});

/** Everything the two organisations of this file have stored, counted. */
async function stored(): Promise<Record<string, number>> {
  const ids = [session.session_id, ended.session_id, foreign.session_id];
  const where = { sessionId: { in: ids } };
  const [questions, answers, analyses, sessions] = await Promise.all([
    db().question.count({ where }),
    db().answer.count({ where }),
    db().analysis.count({ where }),
    db().session.count({ where: { organizationId: tenant.actor.organizationId } }),
  ]);
  return { questions, answers, analyses, sessions };
}

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** Bodies that are no JSON object at all, as they go over the wire. */
const NOT_OBJECTS: [string, string, number][] = [
  ["nothing", "", 400],
  ["a stray brace", "}", 400],
  ["half an object", '{"session_id":', 400],
  ["a trailing comma", '{"a":1,}', 400],
  ["a comment", "{} // hello", 400],
  ["single quotes", "{'session_id':'x'}", 400],
  ["form fields", "session_id=1&text=2", 400],
  ["XML", "<session/>", 400],
  ["two objects", "{}{}", 400],
  ["NaN", '{"a":NaN}', 400],
  ["a byte order mark inside", '{"a":\ufeff1}', 400],
  ["null", "null", 422],
  ["true", "true", 422],
  ["a number", "42", 422],
  ["a text", '"session"', 422],
  ["an empty list", "[]", 422],
  ["a list of objects", '[{"session_id":"x"}]', 422],
  ["an empty object", "{}", 422],
  ["200 levels of nesting", nested(200), 422],
  ["20,000 levels of nesting", nested(20_000), 422],
  ["20,000 lists in lists", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, 422],
  ["a __proto__ key", '{"__proto__":{"session_id":"x"}}', 422],
  ["a NUL key", '{"a\\u0000b":1}', 422],
  ["300 kB of spaces", " ".repeat(300_000), 413],
];

describe.each([START, QUESTION, ANSWER, END])("%s takes objects only", (path) => {
  test.each(NOT_OBJECTS)("%s", async (_, raw, status) => {
    const before = await stored();
    refused(await send("POST", path, { raw, headers: { "content-type": "application/json" } }), [status]);
    expect(await stored()).toEqual(before);
  });
});

/** Values that stand where a text, an id, a number, a list or an object is expected. */
const WRONG_TEXTS: unknown[] = [null, 0, 1, -1, true, false, [], ["text"], {}, { text: "x" }];
const WRONG_IDS: unknown[] = [...WRONG_TEXTS, "", "x".repeat(201), "\u0000", "a\u0000b", "\ud800"];
const UNKNOWN_IDS = [
  "1",
  " ",
  "null",
  "undefined",
  "../../etc/passwd",
  "' OR '1'='1",
  "'; DROP TABLE sessions; --",
  "<script>alert(1)</script>",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "ffffffff-ffff-ffff-ffff-ffffffffffff ",
  "{00000000-0000-0000-0000-000000000000}",
  "٠".repeat(36),
  "💣",
];
const BAD_TEXTS: unknown[] = [...WRONG_TEXTS, undefined, "x".repeat(20_001), "a\u0000b", "\udc00 alone"];
const BAD_NUMBERS: unknown[] = ["1", "", true, [], {}, -0.001, -1, 1e300];

const WRONG_CONFIGS: unknown[] = [
  ...[1, "webm", [], { quality: "4K" }, { quality: {} }, { quality: ["HD"] }],
  { quality: { width: 1, height: 1, frame_rate: 1, bitrate: 1 } },
  ...[{ audio: "yes" }, { video: 1 }, { format: "avi" }, { format: null }],
];

type Case = [label: string, path: string, body: () => unknown, statuses: number[]];

const show = (value: unknown) => (JSON.stringify(value) ?? "absent").slice(0, 40);

const FIELDS: Case[] = [
  ...WRONG_IDS.map((id): Case => [`start with token ${show(id)}`, START, () => ({ interview_token: id }), [422]]),
  ...UNKNOWN_IDS.map((id): Case => [`start with token ${show(id)}`, START, () => ({ interview_token: id }), [404]]),
  ...WRONG_CONFIGS.map(
    (recording_config): Case => [
      `start with config ${show(recording_config)}`,
      START,
      () => ({ interview_token: session.token, recording_config }),
      [422],
    ],
  ),
  ...WRONG_IDS.map((id): Case => [`end session ${show(id)}`, END, () => ({ session_id: id }), [422]]),
  ...UNKNOWN_IDS.map((id): Case => [`end session ${show(id)}`, END, () => ({ session_id: id }), [404]]),
  ...WRONG_IDS.map(
    (id): Case => [
      `question to session ${show(id)}`,
      QUESTION,
      () => ({ session_id: id, question_data: { text: "?" } }),
      [422],
    ],
  ),
  ...UNKNOWN_IDS.map(
    (id): Case => [
      `question to session ${show(id)}`,
      QUESTION,
      () => ({ session_id: id, question_data: { text: "?" } }),
      [404],
    ],
  ),
  ...[...BAD_TEXTS, "", "   ", "\n\t"].map(
    (text): Case => [
      `question of ${show(text)}`,
      QUESTION,
      () => ({ session_id: session.session_id, question_data: { text } }),
      [422],
    ],
  ),
  ...[null, 1, "text", [], [{ text: "?" }]].map(
    (question_data): Case => [
      `question data ${show(question_data)}`,
      QUESTION,
      () => ({ session_id: session.session_id, question_data }),
      [422],
    ],
  ),
  ...[
    { keywords: "python" },
    { keywords: [1] },
    { keywords: [null] },
    { keywords: { 0: "a" } },
    { keywords: Array(101).fill("k") },
    { keywords: ["k".repeat(101)] },
    { keywords: ["a\u0000"] },
    { type: 5 },
    { type: "" },
    { type: "t".repeat(101) },
    { difficulty: "impossible" },
    { difficulty: 3 },
    { avatar: {} },
    { media: 5 },
    { media: { segment: -1, offset_ms: 0 } },
    { media: { segment: 0.5, offset_ms: 0 } },
    { media: { segment: 0, offset_ms: 1e18 } },
    { template_question_id: "not one of this template" },
    { template_question_id: randomUUID() },
    { client_key: "" },
    { extra: "\ud800" },
    { extra: { deep: ["a\u0000"] } },
  ].map(
    (data): Case => [
      `question with ${show(data)}`,
      QUESTION,
      () => ({ session_id: session.session_id, question_data: { text: "Why?", ...data } }),
      [422],
    ],
  ),
  ...WRONG_IDS.map(
    (id): Case => [
      `answer to question ${show(id)}`,
      ANSWER,
      () => ({ session_id: session.session_id, question_id: id, answer_data: { text: "x" } }),
      [422],
    ],
  ),
  ...UNKNOWN_IDS.map(
    (id): Case => [
      `answer to question ${show(id)}`,
      ANSWER,
      () => ({ session_id: session.session_id, question_id: id, answer_data: { text: "x" } }),
      [404],
    ],
  ),
  ...BAD_TEXTS.map((text): Case => [`answer of ${show(text)}`, ANSWER, () => answerWith({ text }), [422]]),
  ...BAD_NUMBERS.map(
    (duration): Case => [`answer lasting ${show(duration)}`, ANSWER, () => answerWith({ text: "x", duration }), [422]],
  ),
  ...[...BAD_NUMBERS, 1.0001, 90].map(
    (confidence): Case => [
      `answer with confidence ${show(confidence)}`,
      ANSWER,
      () => answerWith({ text: "x", confidence }),
      [422],
    ],
  ),
  ["an answer that is no object", ANSWER, () => ({ ...answerWith({}), answer_data: "x" }), [422]],
  ["an answer to another session's question", ANSWER, () => answerWith({ text: "x" }, ended.question_id), [404]],
  ["an answer to another organisation's question", ANSWER, () => answerWith({ text: "x" }, foreign.question_id), [404]],
  [
    "an answer to an ended session",
    ANSWER,
    () => ({ session_id: ended.session_id, question_id: ended.question_id, answer_data: { text: "x" } }),
    [409],
  ],
  [
    "a question to an ended session",
    QUESTION,
    () => ({ session_id: ended.session_id, question_data: { text: "?" } }),
    [409],
  ],
  ["starting a completed interview", START, () => ({ interview_token: ended.token }), [409]],
  ["a session id for a token", START, () => ({ interview_token: session.session_id }), [404]],
  ["a token for a session id", END, () => ({ session_id: session.token }), [404]],
];

function answerWith(answer_data: unknown, question_id = session.question_id) {
  return { session_id: session.session_id, question_id, answer_data };
}

describe("fields that are wrong", () => {
  test.each(FIELDS)("%s", async (_, path, body, statuses) => {
    const before = await stored();
    refused(await post(path, body()), statuses);
    expect(await stored()).toEqual(before);
  });
});

const STRANGE_TEXTS = [
  "'; DROP TABLE answers; --",
  "$1; SELECT pg_sleep(10) --",
  '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  "{{constructor.constructor('return process')()}} #{7*7} <%= 7*7 %>",
  '=HYPERLINK("http://example.com")',
  "👩‍👩‍👧‍👦 مرحبا שלום 你好 नमस्ते \u202Eright to left\u202C",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O",
  "line\r\nline\u2028line\ttab\u0007bell\u001b[31mred",
  "\\u0000 is only text here, and so is \\",
  "x".repeat(20_000),
  "💣".repeat(10_000),
];

describe("texts that are strange but allowed come back to the letter", () => {
  test.each(STRANGE_TEXTS.map((text) => [show(text), text]))("%s", async (_, text) => {
    const { session_id } = await startedSession(tenant);
    const asked = await post(QUESTION, { session_id, question_data: { text, type: text.slice(0, 50).trim() } });
    const { question_id } = asked.body as { question_id: string };
    const answered = await post(ANSWER, { session_id, question_id, answer_data: { text, note: text } });
    expect([asked.status, answered.status]).toEqual([200, 200]);
    const { body } = await get(`/api/interview/session/${session_id}`, tenant.apiKey);
    expect(body).toMatchObject({
      session_data: {
        questions: [{}, { question_id, text }],
        answers: [{ question_id, text, metadata: { note: text } }],
      },
    });
  });
});

const HOSTILE_NUMBERS = [
  "0",
  "-1",
  "1.0",
  "0x1",
  "1e1",
  "1%20OR%201=1",
  "%27",
  "%3Cscript%3E",
  "2147483648",
  "9".repeat(400),
];
const HOSTILE_SESSIONS = ["1", "null", "%2e%2e%2f", "%27%20OR%201=1", "%F0%9F%92%A3", "x".repeat(3_000)];

describe("addresses that are wrong", () => {
  test.each(HOSTILE_NUMBERS)("candidate %s", async (id) => {
    refused(await get(`/api/interview/analysis/${id}`, tenant.apiKey), [404]);
    refused(await get(`/api/interview/recording/${id}`, tenant.apiKey), [404]);
    refused(await get(`/api/interview/recording/${id}/media`, tenant.apiKey), [404]);
  });

  test.each(HOSTILE_SESSIONS)("session %s", async (id) => {
    refused(await get(`/api/interview/session/${id}`, tenant.apiKey), [404]);
    refused(await get(`/api/interview/analysis/${session.candidateId}?session_id=${id}`, tenant.apiKey), [404, 422]);
    refused(await get(`/api/interview/recording/${session.candidateId}?session_id=${id}`, tenant.apiKey), [404, 422]);
  });

  test.each(["%E0%A4%A", "%", "%00", "a%00b", "%ff"])("broken escapes: %s", async (id) => {
    refused(await get(`/api/interview/session/${id}`, tenant.apiKey), [400, 404]);
    refused(await get(`/api/interview/analysis/${id}`, tenant.apiKey), [400, 404]);
  });
});

test("the table has at least 150 hostile bodies", () => {
  const bodies = NOT_OBJECTS.length * 4 + FIELDS.length + STRANGE_TEXTS.length * 2;
  expect(bodies).toBeGreaterThanOrEqual(150);
});

/** Refused with one of these statuses, in the envelope, saying nothing of what is inside. */
function refused(answer: Answer, statuses: number[]): void {
  const said = `${answer.status} ${JSON.stringify(answer.body)}`;
  if (!statuses.includes(answer.status)) throw new Error(`expected ${statuses.join(" or ")}, got ${said}`);
  if (!ErrorEnvelope.strict().safeParse(answer.body).success) throw new Error(`not in the envelope: ${said}`);
  expect(said).not.toMatch(/prisma|postgres|node_modules|\.ts:|SELECT|stack/i);
  expect(answer.headers.get("x-request-id")).toBeTruthy();
}

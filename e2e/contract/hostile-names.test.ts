import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import { expectRefusal, send } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

/* Names are read in lists, logs and mails: what forges lines or turns a text around is let in by no door. */

let apiKey: string;
let ids: string[];

beforeAll(async () => {
  const tenant = await newTenant();
  apiKey = (await createApiKey({ name: "names", scopes: ["admin"] }, tenant.actor)).plain;
  const { session_id, question_id, token, interviewId } = await startedSession(tenant);
  ids = [session_id, question_id, token, interviewId];
});

const email = "someone@example.com";
const template = { role_title: "Tester", questions: [{ text: "Why?", type: "general" }] };
const interview = { template_name: SAMPLE_TEMPLATE.name, allow_another: true };

const DOORS: [path: string, field: string, body: (name: string) => object][] = [
  ["/api/v1/candidates", "name", (name) => ({ name, email })],
  ["/api/v1/candidates", "external_id", (external_id) => ({ name: "Ada", email, external_id })],
  ["/api/v1/templates", "name", (name) => ({ ...template, name })],
  ["/api/v1/templates", "role_title", (role_title) => ({ ...template, name: "Test", role_title })],
  ["/api/v1/interviews", "candidate.name", (name) => ({ ...interview, candidate: { name, email } })],
  [
    "/api/v1/interviews",
    "external_id",
    (external_id) => ({ ...interview, candidate: { name: "Ada", email }, external_id }),
  ],
  ["/api/v1/api-keys", "name", (name) => ({ name })],
];

const FORGED: [string, string][] = [
  ["a line break", "Ada\nBcc: all@example.com"],
  ["a carriage return", "Ada\rLovelace"],
  ["an escape sequence", "\u001b[2JAda"],
  ["NUL", "Ada\u0000"],
  ["a control character of Latin-1", "Ada\u0085"],
  ["a line separator", "Ada\u2028Lovelace"],
  ["letters that run the other way", "Ada \u202egnp.exe"],
  ["an isolate", "Ada \u2066x\u2069"],
  ["half a character", "Ada \ud83d"],
  ["nothing but space", " \u00a0 "],
  ["nothing but what leaves no mark", "\u3164\u200b"],
];

describe.each(DOORS)("%s: %s", (path, field, body) => {
  test.each(FORGED)("%s is refused", async (_, name) => {
    const headers = { "idempotency-key": randomUUID() };
    const answer = await send("POST", path, { json: body(name), apiKey, headers });
    const { error } = expectRefusal(answer, 422, "invalid_fields");
    expect(error.issues.map(({ path: at }) => at)).toContain(field);
  });

  test("markup is only text", async () => {
    const json = body('<img src=x onerror="alert(1)"> & Söhne');
    const { status, body: said } = await send("POST", path, { json, apiKey });
    expect([200, 201], JSON.stringify(said)).toContain(status);
  });
});

test("ids are random: 122 bits that nobody guesses", () => {
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(ids.length);
});

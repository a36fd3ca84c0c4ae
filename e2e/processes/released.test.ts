import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import { ADDRESSES, asksFor } from "../support/released/addresses.ts";
import { differences, judge, type Meant } from "../support/released/differences.ts";
import { type Readings, readAll } from "../support/released/read-all.ts";
import { recordedAnswers } from "../support/released/recorded-answers.ts";
import { discard, RELEASED, type Restored, restore } from "../support/released/restore.ts";
import { allRows, missingRows, type Rows } from "../support/released/rows.ts";
import { freePort, startServer, type TestServer } from "../support/server.ts";

/*
 * An installation of 7f998e7 with interviews in it comes up under this code, and everything that can be read of it is answered as before:
 * as deffd0c answered it, which was made of 7f998e7 without a change to what is stored but by its migrations. How the dump was made is
 * told in e2e/support/released/make/dump.ts.
 */

const RELEASE = "7f998e7";
const BEFORE = "deffd0c";

/** What is answered otherwise than by deffd0c. */
const SINCE_BEFORE: Meant[] = [
  {
    fields: ["analysis.cuts", "template.cuts"],
    why: "limits say whether somebody has set them by rated interviews, or whether they are a proposal",
  },
  {
    fields: ["template.questions.also_right"],
    why: "a question has other answers that are as right as its ideal one",
  },
  { fields: ["plan", "questions.step"], at: /next-questions$/, why: "the room is told the steps of its sitting" },
  {
    fields: ["template.version"],
    why: "templates have numbered versions, and an interview keeps the one it was taken with",
  },
  {
    fields: ["analysis.feedback"],
    at: /^\/api\/interviews\/.*\/review/,
    why: "what a flag says beside it, in the reader's language, is not said in the remark again",
  },
  {
    fields: ["rubric_score", "disagreement", "model_scores"],
    why: "beside a model's score stands what the rubric finds in the same words, and what each model gave",
  },
  {
    fields: ["standard_error", "band", "listen", "bands", "overall_band"],
    why: "scores say how exact they are, and what to listen to",
  },
  { fields: ["overall_standard_error"], at: /format=jsonl/, why: "the export has a column for it" },
  { fields: ["body"], at: /format=csv/, why: "the same column; what stands in the others is compared in jsonl" },
  { fields: ["body.xl/worksheets/sheet1.xml"], at: /format=xlsx/, why: "likewise" },
  { fields: ["data.version"], at: /\/v1\/templates\?/, why: "templates have numbered versions" },
  {
    fields: ["template.browser_recognition"],
    why: "a template says whether candidates may have the browser's own recognition write along",
  },
  { fields: ["status"], at: /\/words$/, why: "the operation is new" },
  {
    fields: ["answers.transcripts", "answer.transcripts"],
    at: /^\/api\/v1\/sessions/,
    why: "a session tells programs what was heard in its answers",
  },
  {
    fields: ["said", "said_by", "writing", "here", "credit", "unclear"],
    at: /review/,
    why: "the review plays what was said word by word, and says who heard it and what it waits for",
  },
  { fields: ["template.audit"], why: "a template says what its scores were tried for in the night" },
];

const RESTRICTED =
  "what belongs to a candidate who asked for deletion is shown to those who answer that, and to nobody else";

/** What is answered otherwise than by 7f998e7 itself: by deffd0c it was so already. */
const SINCE_RELEASE: Meant[] = [
  {
    fields: ["status"],
    at: /\/(?:next-questions|questions\?.*|decision|ready|live)$|^\/api\/interviews\/version/,
    why: "the operation is new",
  },
  { fields: ["status"], at: /\{asked\./, why: RESTRICTED },
  { fields: ["analysis"], at: /\{asked\.|^\/api\/v1\/interviews\?/, why: RESTRICTED },
  { fields: ["(row)", "headers.x-interviews-left-out"], at: /exports|recordings|analyses|the view/, why: RESTRICTED },
  { fields: ["deletion_requested_at"], why: "an interview says when its candidate asked for deletion" },
  { fields: ["coverage", "look_reasons"], why: "scores say which questions they rest on, and why somebody must look" },
  { fields: ["analysis_version", "recording_version"], why: "a decision says what it was made on" },
  {
    fields: ["made_by", "decided_by", "decisions.by", "on_behalf_of"],
    why: "whoever acts for somebody is told beside them",
  },
  {
    fields: ["decided_by_api_key", "decided_on_analysis_version", "decided_on_recording_version", "score_rests_on"],
    at: /format=jsonl/,
    why: "the export has columns for it",
  },
  {
    fields: ["body.xl/worksheets/sheet1.xml"],
    at: /format=xlsx/,
    why: "the same columns, and rows left out",
  },
  { fields: ["media_offset_seconds"], at: /analys|review/, why: "what was typed has no moment in the recording" },
  { fields: ["(row)"], at: /q=zofie|search=zofie/, why: "names are found in any script" },
  { fields: ["data.id"], at: /state=to_review/, why: "what a decision left for another look is still to review" },
  { fields: ["oldest_waiting_job"], why: "health says how long work waits" },
  { fields: ["consent_basis", "consent_text", "consent.by"], why: "the review says what was agreed to, by whom" },
  { fields: ["more_questions_after"], why: "questions of a review come in pages" },
  { fields: ["answered_by", "spoken_text"], at: /review/, why: "the review tells what was typed from what was said" },
  {
    fields: ["coaching", "coaching_notes"],
    why: "notes on how somebody speaks are only made where a template asks for them",
  },
  {
    fields: ["late_parts", "recording.version", "accepts_parts"],
    why: "a recording is closed some time after its end",
  },
  { fields: ["source", "client_claims"], why: "a question says who vouches for it" },
  { fields: ["interview_token"], why: "the candidate's link is shown to those who may invite" },
  { fields: ["session_id"], at: /\/upload$/, why: "readers have an id of their own, and browsers keep theirs" },
];

/** Where the rows of tables that are no more stand now, by the same keys. */
const MOVED: Record<string, string> = { template_questions: "bank_questions" };

let restored: Restored;
let rows: Rows[];
let server: TestServer;
let now: Readings;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "talentflow-released-"));
  restored = await restore(RELEASE, inject("databaseUrl"), dataDir);
  const { databaseUrl: DATABASE_URL, installation } = restored;
  rows = await allRows(DATABASE_URL);
  const place = { dataDir, baseUrl: `http://localhost:${await freePort()}` };
  server = await startServer(place, { DATABASE_URL, AUTH_SECRET: installation.authSecret });
  now = await readAll(server.baseUrl, restored);
});

afterAll(async () => {
  await server?.remove();
  if (restored) await discard(restored, inject("databaseUrl"));
});

test("every operation that reads is asked for", () => {
  const reading = OPERATIONS.filter(({ method }) => method === "GET");
  const forgotten = reading.filter((operation) => !ADDRESSES.some((address) => asksFor(operation, address)));
  expect(forgotten.map(({ id }) => id)).toEqual([]);
});

test("everything is answered as before, but for what is listed", () => {
  const { unmeant, unmet } = judge(differences(recordedAnswers(RELEASE, BEFORE), now), SINCE_BEFORE);
  expect(unmeant).toEqual([]);
  expect(unmet).toEqual([]);
});

test("and as the release itself answered, but for what is listed", () => {
  const found = differences(recordedAnswers(RELEASE, RELEASE), now);
  expect(judge(found, [...SINCE_RELEASE, ...SINCE_BEFORE]).unmeant).toEqual([]);
  expect(judge(found, SINCE_RELEASE).unmet).toEqual([]);
});

test("no row is lost", async () => {
  const kept = rows.map((each) => ({ ...each, table: MOVED[each.table] ?? each.table }));
  expect(kept.flatMap(({ keys }) => keys).length).toBeGreaterThan(200);
  expect(await missingRows(restored.databaseUrl, kept)).toEqual([]);
});

test("every recording plays, byte by byte", () => {
  const folder = join(RELEASED, RELEASE, "storage/recordings");
  const files = readdirSync(folder).map((name) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex"),
  );
  const played = Object.entries(now)
    .filter(([address]) => /\/media(?:\?|$)|^\/api\/media/.test(address))
    .flatMap(([, readings]) => readings.map(({ body }) => (body as { sha256?: string }).sha256));
  expect(played).toEqual(expect.arrayContaining(files));
});

test("a candidate who was in the middle goes on where they were", async () => {
  const { token, sessionId } = restored.installation.interviews.running;
  const send = async (path: string, json: object) => {
    const body = JSON.stringify(json);
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${server.baseUrl}/api/interview/${path}`, { method: "POST", headers, body });
    return response.json();
  };
  const started = await send("session/start", { interview_token: token });
  expect(started).toMatchObject({ session_id: sessionId, resumed: true });
  expect(started.progress.map(({ answered }: { answered: boolean }) => answered)).toEqual([true, false]);
});

import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../../lib/contract/upload.ts";
import { ErasureAnswer } from "../../lib/contract/v1/candidates.ts";
import { db } from "../../lib/db/client.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { expectRefusal, get, post, send } from "../support/client.ts";
import { analysed } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

/*
 * A word that is nowhere else is put into everything that can be written about a candidate. They are erased, and the word is looked for
 * in every table of every schema, in every file that the product keeps and in its log.
 */

const MEDIA = join(import.meta.dirname, "../fixtures/media/chrome-webm/segment-0");
const ERASED_WITHIN_MS = 60_000;

async function ok<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body as T;
}

/** An interview with the word in each text that the API takes, recorded, scored twice, decided, shared, exported and asked about. */
async function filled(word: string) {
  const tenant = await newTenant();
  const { plain: admin } = await createApiKey({ name: "admin", scopes: ["admin"] }, tenant.actor);
  const say = (what: string) => `${word} ${what}`;
  await ok(post("/api/v1/webhooks", { url: "https://receiver.invalid/hook" }, admin));
  const first = { name: say("before"), email: `${word}@example.com`, external_id: `${word}-person` };
  const { candidate } = await ok<{ candidate: { id: number } }>(post("/api/v1/candidates", first, admin));
  const path = `/api/v1/candidates/${candidate.id}`;
  await ok(send("PATCH", path, { json: { name: say("Lovelace"), email: `${word}-2@example.com` }, apiKey: admin }));
  const [template] = (await ok<{ data: { id: string }[] }>(get("/api/v1/templates", admin))).data;
  const invited = await ok<{ interview_id: string; interview_token: string }>(
    send("POST", "/api/v1/interviews", {
      json: { candidate_id: candidate.id, template_id: template?.id, external_id: `${word}-interview` },
      apiKey: admin,
      headers: { "idempotency-key": `${word}-invite` },
    }),
  );
  const { interview_token, interview_id: interviewId } = invited;
  const { session_id } = await ok<{ session_id: string }>(
    post("/api/interview/session/start", {
      interview_token,
      browser_info: say("browser"),
      avatar: say("avatar"),
      recording_config: { more: say("config") },
      more: { said: say("metadata") },
    }),
  );
  const mark = { segment: 0, offset_ms: 0 };
  await record(session_id);
  const { question_id } = await ok<{ question_id: string }>(
    send("POST", "/api/interview/question/add", {
      json: {
        session_id,
        question_data: {
          text: say("what do you do?"),
          keywords: [word],
          ideal_answer: say("ideal"),
          rubric_notes: say("notes"),
          type: word,
          avatar: word,
          client_key: `${word}-q`,
          media: mark,
          more: say("metadata"),
        },
      },
      headers: { "idempotency-key": `${word}-question` },
    }),
  );
  const text = `I built a cache with ${word}. First I measured, because it was slow; then I halved the time to 20 ms and ${word} was glad.`;
  await ok(
    post("/api/interview/answer/add", {
      session_id,
      question_id,
      answer_data: {
        text,
        recognized_text: say("heard"),
        audio_quality: word,
        client_key: `${word}-a`,
        media: mark,
        more: word,
      },
    }),
  );
  await ok(
    post("/api/interview/issue/add", { session_id, issue: { code: "camera", message: say("camera"), media: mark } }),
  );
  await ok(post("/api/interview/session/end", { session_id, more: say("end") }));
  const { analysis } = await analysed(tenant, candidate.id);
  expect(analysis.analysis_status).toBe("completed");
  await ok(
    post(
      "/api/v1/decisions",
      {
        interview_id: interviewId,
        decision: "passed",
        reason: say("reason"),
        decided_by: tenant.recruiter.email,
        despite_missing: true,
      },
      admin,
    ),
  );
  const shared = await ok<{ url: string }>(
    post(`/api/v1/interviews/${interviewId}/share-links`, { expires_in_days: 3 }, admin),
  );
  const page = await fetch(shared.url);
  expect(await page.text()).toContain(word);
  await (
    await fetch(`${inject("baseUrl")}/api/v1/exports/interviews?format=csv&search=${word}`, {
      headers: { authorization: `Bearer ${admin}` },
    })
  ).text();
  return { admin, path, candidate, interview_token, session_id, interviewId };
}

async function record(sessionId: string): Promise<void> {
  const segments = `/api/interview/session/${sessionId}/segments`;
  await ok(post(segments, { client_key: "first", mime_type: "video/webm" }));
  let offset = 0;
  for (const [seq, name] of (await readdir(MEDIA)).sort().entries()) {
    const bytes = await readFile(join(MEDIA, name));
    await ok(sendPart(sessionId, seq, offset, bytes));
    offset += bytes.byteLength;
  }
}

function sendPart(sessionId: string, seq: number, offset: number, bytes: Uint8Array) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return send("PUT", `/api/interview/session/${sessionId}/segments/0/parts/${seq}`, {
    raw: new Uint8Array(bytes),
    headers: { [PART_OFFSET_HEADER]: String(offset), [PART_SHA256_HEADER]: sha256 },
  });
}

/** Where in the database a word stands, in any case. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${schema}"."${name}" AS each WHERE each::text ILIKE $1`,
      `%${word}%`,
    );
    if (row && row.count > 0) found.push(`${schema}.${name}`);
  }
  return found;
}

/** Every file of the data folder but the database's own, which rewrites what is free when it needs the room. */
async function ourFiles(): Promise<string[]> {
  const dataDir = inject("dataDir");
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !file.startsWith(join(dataDir, "postgres")));
}

async function filesWith(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of await ourFiles()) {
    const isNamed = file.toLowerCase().includes(word.toLowerCase());
    const bytes = await readFile(file).catch(() => Buffer.alloc(0)); // gone meanwhile: another test's
    if (isNamed || bytes.toString("latin1").toLowerCase().includes(word.toLowerCase())) found.push(file);
  }
  return found;
}

test("of a candidate who is erased nothing is left: not in the database, not in a file, not in the log", async () => {
  const word = `kanari${randomBytes(6).toString("hex")}`;
  const { admin, path, candidate, interview_token, session_id, interviewId } = await filled(word);
  expect((await tablesWith(word)).length).toBeGreaterThan(10); // or the search finds nothing at all
  const begun = ErasureAnswer.parse((await send("DELETE", path, { apiKey: admin })).body);
  expect(begun.erasure.candidate_id).toBe(candidate.id);
  const erased = async () => ErasureAnswer.parse((await send("DELETE", path, { apiKey: admin })).body).erasure;
  await expect.poll(async () => (await erased()).finished_at, { timeout: ERASED_WITHIN_MS }).not.toBeNull();

  expect(await tablesWith(word)).toEqual([]);
  expect(await tablesWith(interview_token)).toEqual([]);
  expect(await filesWith(word)).toEqual([]);
  const theirs = new RegExp(`parts/${session_id}|interview_session_${candidate.id}_`);
  expect((await ourFiles()).filter((file) => theirs.test(file))).toEqual([]);
  expect((await erased()).counts).toMatchObject({ Answer: 1, Question: 1, Candidate: 1 });

  expectRefusal(await get(path, admin), 404, "candidate_not_found");
  expectRefusal(await sendPart(session_id, 99, 0, Buffer.from("late")), 410, "erased");
  expectRefusal(await get(`/api/v1/sessions/${session_id}`, admin), 410, "erased");
  for (const list of ["candidates", "interviews", "sessions", "recordings", "analyses", "decisions"]) {
    expect(await ok(get(`/api/v1/${list}`, admin)), list).toMatchObject({ data: [] });
  }
  const events = await db().webhookEvent.findMany({ where: { interviewId } });
  expect(events.map(({ type }) => type)).toEqual(["candidate.erased"]);
}, 180_000);

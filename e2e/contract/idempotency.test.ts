import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../../lib/db/client.ts";
import { type Answer, expectRefusal, send } from "../support/client.ts";
import { startedSession } from "../support/interview.ts";
import { newTenant } from "../support/tenant.ts";

function ask(key: string, session_id: string, text = "Why?"): Promise<Answer> {
  return send("POST", "/api/interview/question/add", {
    json: { session_id, question_data: { text } },
    headers: { "idempotency-key": key },
  });
}

/** How many were added by these tests. */
const added = (sessionId: string) => db().question.count({ where: { sessionId, text: { in: ["Why?", "How?"] } } });

test("the same key and body replays the stored answer and writes once", async () => {
  const { session_id } = await startedSession(await newTenant());
  const key = randomUUID();
  const first = await ask(key, session_id);
  const again = await ask(key, session_id);
  expect(first.status).toBe(200);
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await added(session_id)).toBe(1);
});

test("the same key with another body is refused, and nothing is written", async () => {
  const { session_id } = await startedSession(await newTenant());
  const key = randomUUID();
  await ask(key, session_id);
  expectRefusal(await ask(key, session_id, "How?"), 409, "idempotency_conflict");
  expect(await added(session_id)).toBe(1);
});

test("twenty at the same moment write once; who comes too early is told when to come again", async () => {
  const { session_id } = await startedSession(await newTenant());
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(key, session_id)));
  const early = answers.filter(({ status }) => status !== 200);
  for (const answer of early) {
    expectRefusal(answer, 409, "idempotency_in_progress");
    expect(answer.headers.get("retry-after")).toBe("1");
  }
  const ids = answers
    .filter(({ status }) => status === 200)
    .map(({ body }) => (body as { question_id: string }).question_id);
  expect(new Set(ids).size).toBe(1);
  expect(await added(session_id)).toBe(1);
});

test("a key belongs to its caller: another session may choose the same", async () => {
  const tenant = await newTenant();
  const [one, other] = [await startedSession(tenant), await startedSession(tenant)];
  const key = randomUUID();
  const ids = [await ask(key, one.session_id), await ask(key, other.session_id)].map(
    ({ body }) => (body as { question_id: string }).question_id,
  );
  expect(new Set(ids).size).toBe(2);
});

test("what was refused may be sent again under its key", async () => {
  const { session_id } = await startedSession(await newTenant());
  const key = randomUUID();
  expectRefusal(await ask(key, session_id, "  "), 422, "invalid_fields");
  expect(await ask(key, session_id)).toMatchObject({ status: 200 });
});

test.each(["", " ", "x".repeat(256), "with space"])("%j is no key", async (key) => {
  const { session_id } = await startedSession(await newTenant());
  expectRefusal(await ask(key, session_id), 400, "invalid_idempotency_key");
});

test("a key is kept for a day", async () => {
  const { session_id } = await startedSession(await newTenant());
  const key = randomUUID();
  await ask(key, session_id);
  const old = new Date(Date.now() - 25 * 3_600_000);
  await db().idempotencyKey.updateMany({ where: { caller: session_id, key }, data: { createdAt: old } });
  expect((await ask(key, session_id)).headers.get("idempotent-replayed")).toBeNull();
  expect(await added(session_id)).toBe(2);
});

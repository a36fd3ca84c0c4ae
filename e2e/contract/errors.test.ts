import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as apiKeys from "../../lib/db/api-keys.ts";
import { db } from "../../lib/db/client.ts";
import { revokeApiKey } from "../../lib/keys/revoke-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import { expectRefusal, get, post, send } from "../support/client.ts";
import { endedSession, startedSession } from "../support/interview.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant } from "../support/tenant.ts";

const POSTS = ["session/start", "question/add", "answer/add", "session/end"].map((path) => `/api/interview/${path}`);
const question_data = { text: "Why?" };
const answer_data = { text: "Because." };

async function expire(interviewId: string): Promise<void> {
  await db().interview.update({ where: { id: interviewId }, data: { expiresAt: new Date(Date.now() - 1000) } });
}

async function revoke(interviewId: string): Promise<void> {
  await db().interview.update({ where: { id: interviewId }, data: { revokedAt: new Date() } });
}

describe("400: not JSON", () => {
  test.each(POSTS)("%s", async (path) => {
    for (const raw of ["", "{", "null,", "text", "{'a':1}", '{"a":undefined}']) {
      expectRefusal(await send("POST", path, { raw }), 400, "not_json");
    }
  });

  test("bytes that are no UTF-8", async () => {
    const raw = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    expectRefusal(await send("POST", "/api/interview/session/end", { raw }), 400, "not_json");
  });
});

describe("401: no credentials", () => {
  test("reading results without any, with a wrong key and with a revoked one", async () => {
    const tenant = await newTenant();
    const { candidateId, session_id } = await startedSession(tenant);
    const paths = [
      `/api/interview/analysis/${candidateId}`,
      `/api/interview/recording/${candidateId}`,
      `/api/interview/recording/${candidateId}/media`,
      `/api/interview/session/${session_id}`,
    ];
    const [key] = await apiKeys.list(db(), tenant.actor.organizationId);
    for (const path of paths) {
      expectRefusal(await get(path), 401, "unauthenticated");
      expectRefusal(await get(path, `tf_${"x".repeat(43)}`), 401, "unauthenticated");
      expectRefusal(await send("GET", path, { headers: { authorization: "Basic abc" } }), 401, "unauthenticated");
    }
    await revokeApiKey(key?.id ?? "", tenant.actor);
    for (const path of paths) expectRefusal(await get(path, tenant.apiKey), 401, "unauthenticated");
  });
});

test("403: a reviewer may read and decide, not invite", async () => {
  const tenant = await newTenant();
  const reviewer = { email: `${randomUUID()}@example.com`, password: randomUUID() };
  await createUser({ ...reviewer, role: "reviewer" }, tenant.actor);
  const cookie = await signIn(reviewer);
  const json = { candidate: { name: "Ada", email: "ada@example.com" }, template_name: SAMPLE_TEMPLATE.name };
  expectRefusal(await send("POST", "/api/v1/interviews", { json, headers: { cookie } }), 403, "forbidden");
  const { candidateId } = await tenant.invite();
  expect((await send("GET", `/api/interview/analysis/${candidateId}`, { headers: { cookie } })).status).toBe(200);
});

describe("404: unknown, or not yours: the same answer", () => {
  test("tokens, sessions, questions and candidates nobody has", async () => {
    const tenant = await newTenant();
    const { session_id } = await startedSession(tenant);
    for (const unknown of [randomUUID(), "uuid-of-interview", "1", "'; DROP TABLE interviews; --"]) {
      expectRefusal(await post(POSTS[0] ?? "", { interview_token: unknown }), 404, "interview_not_found");
      expectRefusal(await post(POSTS[1] ?? "", { session_id: unknown, question_data }), 404, "session_not_found");
      const answer = { session_id: unknown, question_id: randomUUID(), answer_data };
      expectRefusal(await post(POSTS[2] ?? "", answer), 404, "session_not_found");
      expectRefusal(
        await post(POSTS[2] ?? "", { ...answer, session_id, question_id: unknown }),
        404,
        "question_not_found",
      );
      expectRefusal(await post(POSTS[3] ?? "", { session_id: unknown }), 404, "session_not_found");
      const path = encodeURIComponent(unknown);
      expectRefusal(await get(`/api/interview/session/${path}`, tenant.apiKey), 404, "session_not_found");
    }
    for (const unknown of ["0", "2147483647", "2147483648", "99999999999999999999", "-1", "1.5", "1e3", "abc", "%00"]) {
      for (const kind of ["analysis", "recording"]) {
        const answer = await get(`/api/interview/${kind}/${unknown}`, tenant.apiKey);
        if (unknown === "%00") expect([400, 404]).toContain(answer.status);
        else expectRefusal(answer, 404, "candidate_not_found");
      }
    }
  });

  test("another organisation's candidates and sessions", async () => {
    const [mine, theirs] = await Promise.all([newTenant(), newTenant()]);
    const { candidateId, session_id } = await startedSession(theirs);
    for (const kind of ["analysis", "recording"]) {
      const answer = await get(`/api/interview/${kind}/${candidateId}`, mine.apiKey);
      const unknown = await get(`/api/interview/${kind}/2147483647`, mine.apiKey);
      expectRefusal(answer, 404, "candidate_not_found");
      expect(answer.body).toEqual(unknown.body);
    }
    expectRefusal(await get(`/api/interview/session/${session_id}`, mine.apiKey), 404, "session_not_found");
    const own = await startedSession(mine);
    const path = `/api/interview/recording/${own.candidateId}?session_id=${session_id}`;
    expectRefusal(await get(path, mine.apiKey), 404, "session_not_found");
  });

  test("a question of another session takes no answer", async () => {
    const tenant = await newTenant();
    const [one, other] = [await startedSession(tenant), await startedSession(tenant)];
    const json = { session_id: one.session_id, question_id: other.question_id, answer_data };
    expectRefusal(await post("/api/interview/answer/add", json), 404, "question_not_found");
  });

  test("addresses there are none of", async () => {
    for (const path of [
      "/api/nothing",
      "/api/interview",
      "/api/interview/question",
      "/api/interview/session/start/again",
    ]) {
      expectRefusal(await get(path), 404, "not_found");
    }
  });
});

test("405: a method the address does not take", async () => {
  for (const path of POSTS) {
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
      const refused = await send(method, path);
      expectRefusal(refused, 405, "method_not_allowed");
      expect(refused.headers.get("allow")).toBe("POST");
    }
  }
  for (const path of [
    "/api/interview/analysis/1",
    "/api/interview/recording/1",
    `/api/interview/session/${randomUUID()}`,
  ]) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expectRefusal(await send(method, path), 405, "method_not_allowed");
    }
  }
});

describe("409: the wrong state", () => {
  test("starting an interview that is completed", async () => {
    const { token } = await endedSession(await newTenant());
    expectRefusal(await post("/api/interview/session/start", { interview_token: token }), 409, "interview_completed");
  });

  test("writing to a session that has ended", async () => {
    const { session_id, question_id } = await endedSession(await newTenant());
    expectRefusal(await post("/api/interview/question/add", { session_id, question_data }), 409, "session_ended");
    const answer = { session_id, question_id, answer_data };
    expectRefusal(await post("/api/interview/answer/add", answer), 409, "session_ended");
  });
});

describe("410: the invitation is over, at every request", () => {
  test.each([
    ["expired", expire, "invitation_expired"],
    ["revoked", revoke, "invitation_revoked"],
  ] as const)("%s", async (_, close, code) => {
    const tenant = await newTenant();
    const unstarted = await tenant.invite();
    await close(unstarted.interviewId);
    expectRefusal(await post("/api/interview/session/start", { interview_token: unstarted.token }), 410, code);

    const { interviewId, token, session_id, question_id } = await startedSession(tenant);
    await close(interviewId);
    expectRefusal(await post("/api/interview/session/start", { interview_token: token }), 410, code);
    expectRefusal(await post("/api/interview/question/add", { session_id, question_data }), 410, code);
    expectRefusal(await post("/api/interview/answer/add", { session_id, question_id, answer_data }), 410, code);
    expectRefusal(await post("/api/interview/session/end", { session_id }), 410, code);
  });
});

test("413: a body larger than any valid one, announced or not", async () => {
  const raw = `{"session_id":"${"x".repeat(300_000)}"}`;
  for (const path of POSTS) {
    expectRefusal(await send("POST", path, { raw }), 413, "body_too_large");
  }
});

test("422: every invalid field is listed, by its path", async () => {
  const refused = await post("/api/interview/answer/add", {
    session_id: 7,
    answer_data: { text: 5, duration: -1, confidence: 1.5, audio_quality: ["good"] },
  });
  const { message, error } = expectRefusal(refused, 422, "invalid_fields");
  expect(message).not.toBe("");
  expect(error.issues.map(({ path }) => path).sort()).toEqual([
    "answer_data.audio_quality",
    "answer_data.confidence",
    "answer_data.duration",
    "answer_data.text",
    "question_id",
    "session_id",
  ]);
  expect(error.issues.find(({ path }) => path === "question_id")?.message).toBe("is required");
});

test("a request id is on every answer, the caller's own when it is sane", async () => {
  const own = await send("GET", "/api/nothing", { headers: { "x-request-id": "abc-123" } });
  expect(own.headers.get("x-request-id")).toBe("abc-123");
  const made = await send("GET", "/api/nothing", { headers: { "x-request-id": `<${"x".repeat(500)}>` } });
  expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  for (const path of ["/", "/sign-in", "/api/health", "/no-such-page", "/api/interview/session/end", "/favicon.ico"]) {
    expect((await get(path)).headers.get("x-request-id"), path).toBeTruthy();
  }
});

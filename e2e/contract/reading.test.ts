import { randomBytes } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { StartSessionAnswer } from "../../lib/contract/interview-answers.ts";
import type { Operation } from "../../lib/contract/operation.ts";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import { ACCESS, type AccessRule, ROLES, roleMay, SCOPES, scopesMay } from "../../lib/domain/access.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { expectOk, expectRefusal, get, post } from "../support/client.ts";
import { type RealThings, realThings } from "../support/real-things.ts";
import { signIn } from "../support/sign-in.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/*
 * Who reads does not write: whatever somebody is shown, no id in it opens a session, and none a candidate's invitation.
 */

type Reader = { name: string; headers: Record<string, string>; mayWrite: boolean };

let tenant: Tenant;
let things: RealThings;
let readers: Reader[];
/** The ids that write, and the candidates' tokens: of a finished interview, and of one under way that webhooks were told of. */
let secrets: { sessions: string[]; tokens: string[] };
let publicId: string;

beforeAll(async () => {
  tenant = await newTenant();
  things = await realThings(tenant);
  const { token } = await tenant.invite({ name: "Ada Lovelace" });
  const started = expectOk(await post("/api/interview/session/start", { interview_token: token }), StartSessionAnswer);
  publicId = started.public_id;
  secrets = { sessions: [things.sessionId, started.session_id], tokens: [things.token, token] };
  readers = [...(await keys()), ...(await people())];
});

async function keys(): Promise<Reader[]> {
  const make = async (scope: (typeof SCOPES)[number]) => {
    const { plain } = await createApiKey({ name: scope, scopes: [scope] }, tenant.actor);
    const mayWrite = scopesMay([scope], "interviews.write");
    return { name: `a key that may ${scope}`, headers: { authorization: `Bearer ${plain}` }, mayWrite };
  };
  return Promise.all(SCOPES.map(make));
}

async function people(): Promise<Reader[]> {
  const make = async (role: (typeof ROLES)[number]) => {
    const person = { email: `${randomBytes(8).toString("hex")}@example.com`, password: "a good long one" };
    await createUser({ ...person, role }, tenant.actor);
    return { name: role, headers: { cookie: await signIn(person) }, mayWrite: roleMay(role, "interviews.write") };
  };
  return Promise.all(ROLES.map(make));
}

const isRead = ({ method, access }: Operation) => method === "GET" && !(ACCESS[access] as AccessRule).open;

/** Lists a row at a time, so that there is a next page; an export in each of its formats. */
function searchesOf({ id, query }: Operation): string[] {
  if (id === "exportInterviews") return ["?format=csv", "?format=xlsx", "?format=jsonl"];
  if (id === "readAnalysisChanges" || id === "compareAnalyses") return ["?from=1&to=1"];
  const takes = query ? Object.keys((query as unknown as { shape?: object }).shape ?? {}) : [];
  return takes.includes("limit") ? ["?limit=100", "?limit=1"] : [""];
}

function pathOf({ path }: Operation): string {
  const ids: Record<string, string> = { ...things.ids, session_id: publicId };
  return path.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? "x");
}

/** All that an answer says, also what is packed or written in base64. */
async function saidIn(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join("\n")
    : strFromU8(bytes);
  const packed = (text.match(/[\w-]{24,}/g) ?? []).map((word) => Buffer.from(word, "base64url").toString("latin1"));
  return [text, ...packed, ...[...response.headers].flat()].join("\n");
}

describe.each(OPERATIONS.filter(isRead))("$method $path", (operation) => {
  test("shows nobody the id that writes, and the token only to who may write", async () => {
    const leaks: string[] = [];
    for (const { name, headers, mayWrite } of readers) {
      for (const search of searchesOf(operation)) {
        const said = await saidIn(await fetch(`${inject("baseUrl")}${pathOf(operation)}${search}`, { headers }));
        const hidden = [...secrets.sessions, ...(mayWrite ? [] : secrets.tokens)];
        if (hidden.some((secret) => said.includes(secret))) leaks.push(`${name}${search}`);
      }
    }
    expect(leaks).toEqual([]);
  });
});

test("every page of a recruiter's side keeps them to itself, too", async () => {
  const pages = [`/interviews/${things.interviewId}`, "/dashboard", "/settings/activity", "/settings/webhooks"];
  const leaks: string[] = [];
  for (const { name, headers, mayWrite } of readers.filter(({ headers }) => "cookie" in headers)) {
    for (const page of pages) {
      const said = await saidIn(await fetch(inject("baseUrl") + page, { headers, redirect: "manual" }));
      const hidden = [...secrets.sessions, ...(mayWrite ? [] : secrets.tokens)];
      if (hidden.some((secret) => said.includes(secret))) leaks.push(`${name} at ${page}`);
    }
  }
  expect(leaks).toEqual([]);
});

test("both ids read a session; the one that readers are shown writes nothing", async () => {
  const [, writing] = secrets.sessions;
  for (const id of [publicId, writing]) {
    for (const path of [`/api/interview/session/${id}`, `/api/v1/sessions/${id}`, `/api/v1/recordings/${id}`]) {
      const answer = await get(path, tenant.apiKey);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).toContain(publicId);
    }
  }
  const session_id = publicId;
  const segments = `/api/interview/session/${session_id}/segments`;
  const question_data = { text: "Why?" };
  const writes = [
    await post("/api/interview/question/add", { session_id, question_data }),
    await post("/api/interview/answer/add", {
      session_id,
      question_id: publicId,
      answer_data: { text: "I withdraw." },
    }),
    await post("/api/interview/issue/add", { session_id, issue: { code: "camera_off", message: "No camera." } }),
    await post("/api/interview/session/end", { session_id }),
    await post(`/api/interview/session/${session_id}/claim`, { client_key: "page" }),
    await post(segments, { client_key: "s", mime_type: "video/webm" }),
    await post(`${segments}/0/close`, { parts: 1 }),
    await get(`/api/interview/session/${session_id}/upload`),
  ];
  for (const answer of writes) expectRefusal(answer, 404, "session_not_found");
});

test("what stands in the token's place for readers opens nothing", async () => {
  const reader = readers.find(({ name }) => name === "reviewer");
  const response = await fetch(`${inject("baseUrl")}/api/interview/session/${publicId}`, {
    headers: reader?.headers ?? {},
  });
  const { session_data } = (await response.json()) as { session_data: { interview_token: string } };
  const { interview_token } = session_data;
  expect(interview_token).toMatch(/^[0-9a-f-]{36}$/);
  expectRefusal(await post("/api/interview/session/start", { interview_token }), 404, "interview_not_found");
  expectRefusal(await post("/api/interview/deletion-request", { interview_token }), 404, "interview_not_found");
});

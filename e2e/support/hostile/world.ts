import { OPERATIONS } from "../../../lib/contract/operations/all.ts";
import { db } from "../../../lib/db/client.ts";
import { createApiKey } from "../../../lib/keys/create-api-key.ts";
import type { Tenant } from "../tenant.ts";

/** What exists, by the names that addresses and fields have for it; and the credentials to ask with. */
export type Known = { find(name: string): readonly (string | number)[] };

export type World = Known & {
  /** Of every kind: an administrator's, a reader's, a test key, another organisation's. */
  keys: readonly string[];
  /** Makes new sessions, because those that are there get ended by and by. */
  renew(): Promise<void>;
};

const ALIASES: Record<string, string> = { token: "interview_token", id: "interview_id", template: "template_id" };

/** Two organisations with something of everything that the API can show. */
export async function makeWorld(baseUrl: string, own: Tenant, other: Tenant): Promise<World> {
  const ids = new Map<string, Set<string | number>>();
  const remember = (name: string, id: unknown) => {
    if (typeof id !== "string" && typeof id !== "number") return;
    ids.set(name, (ids.get(name) ?? new Set()).add(id));
  };
  const newKey = async (tenant: Tenant, kind: "live" | "test", scopes: ("read" | "write" | "admin")[]) =>
    (await createApiKey({ name: "hostile", kind, scopes }, tenant.actor)).plain;
  const admin = await newKey(own, "live", ["admin"]);
  const keys = [admin, await newKey(own, "live", ["read"]), await newKey(own, "test", ["admin"]), other.apiKey];
  const ask = callerOf(baseUrl, admin);

  const addSession = async (tenant: Tenant) => {
    // Some of the requests are good ones: they may have put every template away.
    await db().template.updateMany({
      where: { organizationId: tenant.actor.organizationId },
      data: { archivedAt: null },
    });
    const { token, candidateId, interviewId } = await tenant.invite();
    const { session_id } = await ask("POST", "/api/interview/session/start", { interview_token: token });
    const question = { session_id, question_data: { text: "What does a good test do?" } };
    const { question_id } = await ask("POST", "/api/interview/question/add", question);
    const given = { session_id, question_id, answer_data: { text: "", answered_by: "voice" } };
    const { answer_id } = await ask("POST", "/api/interview/answer/add", given);
    const segment = { client_key: "recorder", mime_type: "video/webm" };
    await ask("POST", `/api/interview/session/${session_id}/segments`, segment);
    for (const [name, id] of Object.entries({ interview_token: token, session_id, question_id, answer_id }))
      remember(name, id);
    remember("candidate_id", candidateId);
    remember("interview_id", interviewId);
  };
  for (const name of ["segment", "seq"]) for (const number of [0, 1]) remember(name, number);
  for (const tenant of [own, own, other]) await addSession(tenant);
  await harvest(ask, remember);
  return {
    keys,
    find: (name) => [...(ids.get(ALIASES[name] ?? name) ?? [])].slice(-10),
    renew: () => addSession(own),
  };
}

type Ask = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

function callerOf(baseUrl: string, apiKey: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: body ? JSON.stringify(body) : null,
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
}

/** The ids of what lists show: `/api/v1/things` tells those of `/api/v1/things/{thing_id}`. */
async function harvest(ask: Ask, remember: (name: string, id: unknown) => void): Promise<void> {
  for (const { method, path } of OPERATIONS) {
    if (method !== "GET" || path.includes("{") || !path.startsWith("/api/v1/")) continue;
    const named = OPERATIONS.map((one) => one.path.startsWith(`${path}/{`) && /\{(\w+)\}/.exec(one.path)?.[1]);
    const name = named.find((found) => typeof found === "string");
    // A key that revoked itself would be the end of the test.
    if (!name || name === "api_key_id") continue;
    const { data } = await ask("GET", path);
    for (const { id } of Array.isArray(data) ? data : []) remember(name, id);
  }
}

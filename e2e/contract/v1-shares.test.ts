import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { ShareAnswer, ShareCreated, ShareList } from "../../lib/contract/v1/shares.ts";
import { db } from "../../lib/db/client.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { type AssessedInterview, assessedInterview } from "../support/assessed-interview.ts";
import { expectOk, expectRefusal, get, post, send } from "../support/client.ts";
import { MODEL_ANALYSIS } from "../support/given-analyses.ts";
import { recordedInterview } from "../support/recorded-interview.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

let tenant: Tenant;
let other: Tenant;
let recorded: AssessedInterview;

beforeAll(async () => {
  [tenant, other] = await Promise.all([newTenant(), newTenant()]);
  recorded = await recordedInterview(inject("baseUrl"), tenant.actor, [MODEL_ANALYSIS]);
});

const shareOf = (id: string) => `/api/v1/interviews/${id}/share-links`;

async function share(id = recorded.id, days = 7) {
  const answer = await post(shareOf(id), { expires_in_days: days }, tenant.apiKey);
  expect(answer.status).toBe(201);
  const { share_link, url } = ShareCreated.parse(answer.body);
  const token = url?.split("/").at(-1) ?? "";
  return { ...share_link, url: url ?? "", token, media: `/api/share/${token}/media` };
}

const page = (url: string) => fetch(url, { redirect: "manual" });

describe("a share link", () => {
  test("is told once, stored as a hash, listed and revoked, and leaves lines in the record", async () => {
    const { share_link_id: id, token, url } = await share();
    expect(token).toMatch(/^tfs_[\w-]{43}$/);
    const row = await db().shareLink.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
    const list = await get(`/api/v1/share-links?interview_id=${recorded.id}`, tenant.apiKey);
    expect(JSON.stringify(list.body)).not.toContain(token);
    expect(expectOk(list, ShareList).data[0]).toMatchObject({
      share_link_id: id,
      open: true,
      created_by: "API key “tests”",
    });
    expect((await page(url)).status).toBe(200);
    for (const _ of ["once", "twice"]) {
      const answer = await send("DELETE", `/api/v1/share-links/${id}`, { apiKey: tenant.apiKey });
      expect(expectOk(answer, ShareAnswer).share_link).toMatchObject({ open: false, share_link_id: id });
    }
    const events = await db().auditEvent.findMany({
      where: { subjectId: recorded.id, action: { startsWith: "share_link" } },
      orderBy: { id: "asc" },
    });
    expect(events.filter(({ detail }) => JSON.stringify(detail).includes(id)).map(({ action }) => action)).toEqual([
      "share_link.created",
      "share_link.revoked",
    ]);
  });

  test("made twice with one Idempotency-Key is one link, told the first time only", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const make = () =>
      send("POST", shareOf(recorded.id), { json: { expires_in_days: 1 }, apiKey: tenant.apiKey, headers });
    const [first, again] = [ShareCreated.parse((await make()).body), ShareCreated.parse((await make()).body)];
    expect(first.url).toContain("/share/tfs_");
    expect(again).toEqual({ ...first, url: null });
  });

  test("is made by who may write, for a finished interview of their own, for at most 30 days", async () => {
    const address = shareOf(recorded.id);
    const body = { expires_in_days: 7 };
    const { plain: reader } = await createApiKey({ name: "reader", scopes: ["read"] }, tenant.actor);
    const { plain: sandbox } = await createApiKey({ name: "sandbox", kind: "test" }, tenant.actor);
    expectRefusal(await post(address, body), 401, "unauthenticated");
    expectRefusal(await post(address, body, reader), 403, "forbidden");
    expectRefusal(await get("/api/v1/share-links", reader), 403, "forbidden");
    for (const key of [other.apiKey, sandbox])
      expectRefusal(await post(address, body, key), 404, "interview_not_found");
    expectRefusal(await post(shareOf("x"), body, tenant.apiKey), 404, "interview_not_found");
    for (const days of [0, 31, 1.5, "7", undefined]) {
      expectRefusal(await post(address, { expires_in_days: days }, tenant.apiKey), 422, "invalid_fields");
    }
    const { token } = await tenant.invite();
    const open = await db().interview.findUniqueOrThrow({ where: { token } });
    expectRefusal(await post(shareOf(open.id), body, tenant.apiKey), 409, "interview_not_completed");
    const { share_link_id } = await share();
    const revoke = (id: string, apiKey?: string) =>
      send("DELETE", `/api/v1/share-links/${id}`, apiKey ? { apiKey } : {});
    expectRefusal(await revoke(share_link_id), 401, "unauthenticated");
    expectRefusal(await revoke(share_link_id, reader), 403, "forbidden");
    expectRefusal(await revoke(share_link_id, other.apiKey), 404, "share_link_not_found");
    expectRefusal(await revoke("x", tenant.apiKey), 404, "share_link_not_found");
  });

  test("is listed page by page", async () => {
    const { id } = await assessedInterview(tenant.actor, []);
    const made = [await share(id), await share(id), await share(id)].map(({ share_link_id }) => share_link_id);
    const first = expectOk(await get(`/api/v1/share-links?interview_id=${id}&limit=2`, tenant.apiKey), ShareList);
    const next = `/api/v1/share-links?interview_id=${id}&limit=2&cursor=${first.next_cursor}`;
    const rest = expectOk(await get(next, tenant.apiKey), ShareList);
    expect([...first.data, ...rest.data].map(({ share_link_id }) => share_link_id)).toEqual(made.reverse());
    expectRefusal(await get("/api/v1/share-links?cursor=x", tenant.apiKey), 422, "invalid_fields");
    expect(expectOk(await get("/api/v1/share-links", other.apiKey), ShareList).data).toEqual([]);
  });
});

describe("the page of a share link", () => {
  test("shows recording, answers and scores, and nothing by which to reach the candidate or to write", async () => {
    const { url } = await share();
    const answer = await page(url);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    const html = await answer.text();
    expect(html).toMatch(/<meta name="robots" content="noindex/);
    const { email } = await db().candidate.findUniqueOrThrow({ where: { id: recorded.candidateId } });
    for (const shown of ["Ada Lovelace", "EXPLAIN ANALYZE", "71.5", "small-model-1"]) expect(html).toContain(shown);
    for (const hidden of [email, recorded.sessionId, "mailto:", "0.0012"]) expect(html).not.toContain(hidden);
  });

  test("plays the recording by a signed link that ends with it, and every link is a view in the record", async () => {
    const { media, share_link_id } = await share();
    const first = await fetch(new URL(media, inject("baseUrl")), { redirect: "manual" });
    await fetch(new URL(media, inject("baseUrl")), { redirect: "manual" }); // the next range of the same view
    expect(first.status).toBe(302);
    const file = await fetch(new URL(first.headers.get("location") ?? "", inject("baseUrl")), {
      headers: { range: "bytes=0-99" },
    });
    expect(file.status).toBe(206);
    const views = await db().auditEvent.findMany({ where: { actorId: share_link_id } });
    expect(views).toMatchObject([{ actorKind: "share_link", action: "recording.viewed", subjectId: recorded.id }]);
    expectRefusal(await get(`${media}?file=9`), 404, "recording_not_found");
  });

  test.each([
    ["revoked", (id: string) => send("DELETE", `/api/v1/share-links/${id}`, { apiKey: tenant.apiKey })],
    ["over", (id: string) => db().shareLink.update({ where: { id }, data: { expiresAt: new Date() } })],
  ])("takes the media links that it gave out with it as soon as it is %s, and no others", async (_, end) => {
    const [ended, open] = [await share(), await share()];
    const linkOf = async ({ media }: { media: string }) => {
      const { headers } = await fetch(new URL(media, inject("baseUrl")), { redirect: "manual" });
      return headers.get("location") ?? "";
    };
    const [dead, alive] = [await linkOf(ended), await linkOf(open)];
    const ask = (link: string, method: "GET" | "HEAD" = "GET") =>
      fetch(new URL(link, inject("baseUrl")), { method, headers: { range: "bytes=0-99" } });
    expect((await ask(dead)).status).toBe(206);
    await end(ended.share_link_id);
    expectRefusal(await get(dead), 404, "media_link_invalid");
    expect((await ask(dead, "HEAD")).status).toBe(404);
    expect((await ask(alive)).status).toBe(206);
  });

  test("opens nothing else: no other interview, no list, no operation that takes a key", async () => {
    const { token } = await share();
    for (const path of [
      "/api/v1/sessions",
      `/api/interviews/${recorded.id}/review`,
      `/api/v1/recordings/${recorded.sessionId}`,
    ]) {
      expectRefusal(await get(path, token), 401, "unauthenticated");
    }
  });

  test("looks the same for a link that is unknown, revoked or over", async () => {
    const [revoked, over] = [await share(), await share()];
    await send("DELETE", `/api/v1/share-links/${revoked.share_link_id}`, { apiKey: tenant.apiKey });
    await db().shareLink.update({ where: { id: over.share_link_id }, data: { expiresAt: new Date() } });
    const unknown = `tfs_${"x".repeat(43)}`;
    for (const token of [revoked.token, over.token, unknown, "x"]) {
      const answer = await page(`${inject("baseUrl")}/share/${token}`);
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain("This link does not show anything");
      expect(html).not.toContain("Ada Lovelace");
      expectRefusal(await get(`/api/share/${token}/media`), 404, "share_link_not_found");
    }
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { CandidateAnswer, CandidatesAnswer, CreatedCandidateAnswer } from "../../lib/contract/v1/candidates.ts";
import { db } from "../../lib/db/client.ts";
import { expectOk, expectRefusal, get, post, send } from "../support/client.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";
import { expectCreated, fieldsOf, keyWith, newCandidate, walk } from "../support/v1.ts";

const PATH = "/api/v1/candidates";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant();
});

const create = async (body: object, of = tenant) =>
  expectCreated(await post(PATH, body, of.apiKey), CreatedCandidateAnswer).candidate;
const patch = (id: number | string, json: object, apiKey = tenant.apiKey) =>
  send("PATCH", `${PATH}/${id}`, { json, apiKey });

describe("creating", () => {
  test("a new candidate is answered with 201 and can be read again", async () => {
    const body = { name: " Ada Lovelace ", email: "Ada.Lovelace@Example.com", external_id: "ats-1" };
    const { candidate, created } = expectCreated(await post(PATH, body, tenant.apiKey), CreatedCandidateAnswer);
    expect(created).toBe(true);
    expect(candidate).toMatchObject({ name: "Ada Lovelace", email: "ada.lovelace@example.com", external_id: "ats-1" });
    expect(expectOk(await get(`${PATH}/${candidate.id}`, tenant.apiKey), CandidateAnswer).candidate).toEqual(candidate);
  });

  test("sent again by address or external id, it is the same candidate under the name that came last", async () => {
    const body = newCandidate({ external_id: randomUUID() });
    const first = await create(body);
    const again = expectOk(await post(PATH, { ...body, name: "Ada King" }, tenant.apiKey), CreatedCandidateAnswer);
    expect(again).toMatchObject({ created: false, candidate: { id: first.id, name: "Ada King" } });
  });

  test("who was there without an external id gets the one that comes", async () => {
    const body = newCandidate();
    const first = await create(body);
    const external_id = randomUUID();
    const again = expectOk(await post(PATH, { ...body, external_id }, tenant.apiKey), CreatedCandidateAnswer);
    expect(again.candidate).toMatchObject({ id: first.id, external_id });
    // and keeps it when a request comes without
    const third = expectOk(await post(PATH, body, tenant.apiKey), CreatedCandidateAnswer);
    expect(third.candidate.external_id).toBe(external_id);
  });

  test("address and external id of different people are a conflict, and nothing changes", async () => {
    const one = await create(newCandidate({ external_id: randomUUID() }));
    const other = await create(newCandidate({ external_id: randomUUID() }));
    for (const { email, external_id } of [
      { email: other.email, external_id: one.external_id },
      { email: `${randomUUID()}@example.com`, external_id: one.external_id },
      { email: one.email, external_id: randomUUID() },
    ]) {
      const answer = await post(PATH, { name: "Somebody", email, external_id }, tenant.apiKey);
      expectRefusal(answer, 409, "candidate_conflict");
    }
    expect(expectOk(await get(`${PATH}/${one.id}`, tenant.apiKey), CandidateAnswer).candidate).toEqual(one);
  });

  test("twelve at the same moment make one", async () => {
    const body = newCandidate({ external_id: randomUUID() });
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(PATH, body, tenant.apiKey)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(11).fill(200), 201]);
    expect(await db().candidate.count({ where: { email: body.email } })).toBe(1);
  });

  test.each([
    [{}, ["name", "email"]],
    [{ name: "", email: "nobody", external_id: "two\nlines" }, ["name", "email", "external_id"]],
    [{ name: "a\u202eb", email: "a@b", phone: "1" }, ["name", "email", "phone"]],
    [{ name: "x".repeat(201), email: "a@example.com", external_id: "x".repeat(201) }, ["name", "external_id"]],
    [{ name: 7, email: null }, ["name", "email"]],
  ])("%j is refused with every wrong field named", async (body, fields) => {
    expect(fieldsOf(await post(PATH, body, tenant.apiKey)).sort()).toEqual(fields.sort());
  });
});

describe("changing", () => {
  test("only what is sent changes, and null takes an external id away", async () => {
    const { id, email } = await create(newCandidate({ external_id: randomUUID() }));
    const renamed = expectOk(await patch(id, { name: "Ada King" }), CandidateAnswer).candidate;
    expect(renamed).toMatchObject({ name: "Ada King", email, external_id: expect.any(String) });
    const bare = expectOk(await patch(id, { external_id: null }), CandidateAnswer).candidate;
    expect(bare).toMatchObject({ name: "Ada King", email, external_id: null });
  });

  test("somebody else's address or external id is a conflict", async () => {
    const [one, other] = [await create(newCandidate({ external_id: randomUUID() })), await create(newCandidate())];
    expectRefusal(await patch(other.id, { email: one.email }), 409, "candidate_conflict");
    expectRefusal(await patch(other.id, { external_id: one.external_id }), 409, "candidate_conflict");
    expectOk(await patch(one.id, { email: one.email, external_id: one.external_id }), CandidateAnswer);
  });

  test("wrong fields are named, and a change of nothing is refused", async () => {
    const { id } = await create(newCandidate());
    expect(fieldsOf(await patch(id, { name: "", email: "x", id: 4 })).sort()).toEqual(["email", "id", "name"]);
    expect(fieldsOf(await patch(id, {}))).toEqual([""]);
  });

  test("the record says who changed which fields, and not what they hold", async () => {
    const { id } = await create(newCandidate());
    await patch(id, { name: "Ada King", email: `${randomUUID()}@example.com` });
    const events = await db().auditEvent.findMany({
      where: { subjectKind: "candidate", subjectId: String(id) },
      orderBy: { id: "asc" },
    });
    expect(events).toMatchObject([
      { action: "candidate.created", actorKind: "api_key" },
      { action: "candidate.changed", actorKind: "api_key", detail: { fields: ["name", "email"] } },
    ]);
  });
});

describe("listing", () => {
  test("pages have no holes and no doubles while candidates are added", async () => {
    const own = await newTenant();
    const ids: number[] = [];
    for (let n = 0; n < 7; n += 1) ids.unshift((await create(newCandidate(), own)).id);
    const seen = await walk(`${PATH}?limit=2`, own.apiKey, () => create(newCandidate(), own));
    expect(seen).toEqual(ids);
  });

  test("filters find by address, external id, time and how a name begins", async () => {
    const own = await newTenant();
    const zoe = await create({ name: "Zoe\u0308 100% Kravitz", email: "zoe@example.com", external_id: "z-1" }, own);
    const ada = await create({ name: "Ada", email: "ada@example.com" }, own);
    const found = async (query: string) =>
      expectOk(await get(`${PATH}?${query}`, own.apiKey), CandidatesAnswer).data.map(({ id }) => id);
    expect(await found("email=ZOE@example.com")).toEqual([zoe.id]);
    expect(await found("external_id=z-1")).toEqual([zoe.id]);
    expect(await found(`q=${encodeURIComponent("zo\u00eb 100%")}`)).toEqual([zoe.id]); // the same letters, composed
    expect(await found("q=oe")).toEqual([]);
    expect(await found("q=%25")).toEqual([]);
    expect(await found(`created_after=${ada.created_at}`)).toEqual([]);
    expect(await found(`created_before=${ada.created_at}`)).toEqual([zoe.id]);
  });

  test.each([
    ["limit=0", ["limit"]],
    ["limit=101&cursor=x", ["limit"]],
    ["cursor=x", ["cursor"]],
    ["created_after=yesterday&emial=a@example.com", ["created_after", "emial"]],
    ["limit=2.5&email=x", ["email", "limit"]],
  ])("%s is refused with the wrong parameters named", async (query, fields) => {
    expect(fieldsOf(await get(`${PATH}?${query}`, tenant.apiKey)).sort()).toEqual(fields);
  });
});

describe("who may", () => {
  test("nobody without a key, and a key that may read does not write", async () => {
    const { id } = await create(newCandidate());
    const reader = await keyWith(tenant, { scopes: ["read"] });
    expectRefusal(await post(PATH, newCandidate()), 401, "unauthenticated");
    expectRefusal(await get(PATH, "tf_live_unknown"), 401, "unauthenticated");
    expectRefusal(await post(PATH, newCandidate(), reader), 403, "forbidden");
    expectRefusal(await patch(id, { name: "Ada" }, reader), 403, "forbidden");
    expectOk(await get(`${PATH}/${id}`, reader), CandidateAnswer);
  });

  test("somebody else's candidate is as unknown as one that does not exist", async () => {
    const theirs = await create(newCandidate({ external_id: "theirs" }), await newTenant());
    for (const id of [theirs.id, 2_147_483_647, 4_000_000_000, "x", "1e3", "-1"]) {
      expectRefusal(await get(`${PATH}/${id}`, tenant.apiKey), 404, "candidate_not_found");
      expectRefusal(await patch(id, { name: "Mine" }), 404, "candidate_not_found");
    }
    const found = expectOk(await get(`${PATH}?external_id=theirs`, tenant.apiKey), CandidatesAnswer);
    expect(found.data).toEqual([]);
  });

  test("a test key sees nothing of the real organisation, nor the other way round", async () => {
    const sandbox = await keyWith(tenant, { kind: "test" });
    const real = await create(newCandidate());
    const body = newCandidate();
    const played = expectCreated(await post(PATH, body, sandbox), CreatedCandidateAnswer).candidate;
    expectRefusal(await get(`${PATH}/${real.id}`, sandbox), 404, "candidate_not_found");
    expectRefusal(await get(`${PATH}/${played.id}`, tenant.apiKey), 404, "candidate_not_found");
    expect(await walk(`${PATH}?limit=100`, sandbox)).toEqual([played.id]);
    expect((await create(body)).id).not.toBe(played.id);
  });
});

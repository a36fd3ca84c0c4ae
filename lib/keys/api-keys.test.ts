import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { toldOf } from "../testing/refusals.ts";
import { createApiKey } from "./create-api-key.ts";
import { findApiKey } from "./find-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

await testDatabase();

const MINUTE_MS = 60_000;

test("a key opens its own organisation, and only its hash is stored", async () => {
  const actor = await testOrganization();
  const { id, plain, prefix } = await createApiKey({ name: "ATS" }, actor);
  expect(plain).toMatch(/^tf_live_[\w-]{43}$/);
  expect(plain.startsWith(prefix)).toBe(true);
  expect(await findApiKey(plain)).toEqual({
    id,
    organizationId: actor.organizationId,
    scopes: ["read", "write"],
    corsOrigins: [],
  });
  const stored = await db().apiKey.findUniqueOrThrow({ where: { id } });
  expect(stored.hash).toBe(createHash("sha256").update(plain).digest("hex"));
  expect(JSON.stringify(stored)).not.toContain(plain);
});

test("what is not a key opens nothing", async () => {
  const { plain } = await createApiKey({ name: "ATS" }, await testOrganization());
  for (const wrong of [
    "",
    "tf_",
    plain.slice(0, -1),
    `${plain}x`,
    `${plain.slice(0, -1)}\u0000`,
    plain.toUpperCase(),
  ]) {
    expect(await findApiKey(wrong)).toBeNull();
  }
});

test("a revoked key opens nothing, and revoking it again changes nothing", async () => {
  const actor = await testOrganization();
  const { id, plain } = await createApiKey({ name: "ATS" }, actor);
  const first = await revokeApiKey(id, actor);
  expect(first.revokedAt).toBeInstanceOf(Date);
  expect(await findApiKey(plain)).toBeNull();
  expect((await revokeApiKey(id, actor)).revokedAt).toEqual(first.revokedAt);
  const events = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["api_key.created", "api_key.revoked"]);
});

test("another organisation's key can be neither seen nor revoked", async () => {
  const [ours, theirs] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  const { id, plain } = await createApiKey({ name: "Theirs" }, theirs);
  expect(await listApiKeys(ours)).toEqual([]);
  for (const unknown of [id, "7c9a0e6e-9d3c-4c43-8f39-1f1f7f0a4b11", "1; DROP TABLE api_keys", "\u0000"]) {
    await expect(revokeApiKey(unknown, ours)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await findApiKey(plain)).not.toBeNull();
});

test("a list has every key in the order they were made, and no secret", async () => {
  const actor = await testOrganization();
  const first = await createApiKey({ name: "First" }, actor);
  const second = await createApiKey({ name: "Second" }, actor);
  await revokeApiKey(first.id, actor);
  expect(await listApiKeys(actor)).toMatchObject([
    {
      id: first.id,
      name: "First",
      prefix: first.prefix,
      createdAt: expect.any(Date),
      lastUsedAt: null,
      revokedAt: expect.any(Date),
    },
    {
      id: second.id,
      name: "Second",
      prefix: second.prefix,
      createdAt: expect.any(Date),
      lastUsedAt: null,
      revokedAt: null,
    },
  ]);
});

test("the last use is noted once a minute, not with every request", async () => {
  const { id, plain } = await createApiKey({ name: "Busy" }, await testOrganization());
  const lastUsedAt = async () => (await db().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt;
  await findApiKey(plain);
  const first = await lastUsedAt();
  expect(first).toBeInstanceOf(Date);
  await findApiKey(plain);
  expect(await lastUsedAt()).toEqual(first);
  const longAgo = new Date(Date.now() - 2 * MINUTE_MS);
  await db().apiKey.update({ where: { id }, data: { lastUsedAt: longAgo } });
  await findApiKey(plain);
  expect((await lastUsedAt())?.getTime()).toBeGreaterThan(longAgo.getTime() + MINUTE_MS);
});

test.each([
  ["nothing", ""],
  ["a line break", "a\nb"],
  ["too much", "x".repeat(101)],
])("a key cannot be named by %s", async (_, name) => {
  await expect(createApiKey({ name }, await testOrganization())).rejects.toMatchObject({ code: "invalid_fields" });
});

test("a test key works in the sandbox: an organisation of its own with copies of the templates", async () => {
  const actor = await testOrganization();
  const template = await testTemplate(actor, "Engineer");
  const keys = await Promise.all(["one", "two"].map((name) => createApiKey({ name, kind: "test" }, actor)));
  const [one, two] = await Promise.all(keys.map(({ plain }) => findApiKey(plain)));
  expect(keys[0]?.plain).toMatch(/^tf_test_/);
  expect(one?.organizationId).toBe(two?.organizationId);
  expect(one?.organizationId).not.toBe(actor.organizationId);
  const copies = await db().template.findMany({
    where: { organizationId: one?.organizationId ?? "" },
    include: { publishedVersion: { include: { questions: { orderBy: { position: "asc" } } } } },
  });
  expect(copies).toMatchObject([
    { name: "Engineer", publishedVersion: { number: 1, questions: [{ position: 1 }, { position: 2 }] } },
  ]);
  expect(copies[0]?.id).not.toBe(template.id);
  expect((await listApiKeys(actor)).map(({ name }) => name).sort()).toEqual(["one", "two"]);
  await revokeApiKey(keys[0]?.id ?? "", actor);
  expect(await findApiKey(keys[0]?.plain ?? "")).toBeNull();
});

test("a key that has ended opens nothing", async () => {
  const actor = await testOrganization();
  const { id, plain } = await createApiKey({ name: "ATS", expires_at: new Date(Date.now() + MINUTE_MS) }, actor);
  expect(await findApiKey(plain)).not.toBeNull();
  await db().apiKey.update({ where: { id }, data: { expiresAt: new Date() } });
  expect(await findApiKey(plain)).toBeNull();
});

test("what a key may not be is said field by field", async () => {
  const wrong = {
    name: "",
    kind: "toy",
    scopes: ["root"],
    cors_origins: ["https://a.example/path"],
    expires_at: "2020",
  };
  await expect(toldOf(createApiKey(wrong as never, await testOrganization()))).resolves.toMatchObject({
    code: "invalid_fields",
    issues: [
      { path: "name" },
      { path: "kind", message: "must be live or test" },
      { path: "scopes.0", message: "must be read, write or admin" },
      { path: "cors_origins.0", message: "must be an origin such as https://app.example.com, without a path" },
      { path: "expires_at", message: "must be in the future" },
    ],
  });
});

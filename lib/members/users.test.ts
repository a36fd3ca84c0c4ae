import { randomUUID } from "node:crypto";
import { parseOptions, verify } from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { toldOf } from "../testing/refusals.ts";
import { checkPassword } from "./check-password.ts";
import { createUser } from "./create-user.ts";
import { resetPassword } from "./reset-password.ts";

vi.mock("@node-rs/argon2", { spy: true });
await testDatabase();

const OWASP = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PASSWORD = "correct horse battery";

test("a user signs in with the address in any case, and nobody else does", async () => {
  const actor = await testOrganization();
  const user = await createUser({ email: "Ada@Example.com", role: "recruiter", password: PASSWORD }, actor);
  expect(user).toEqual({
    id: expect.any(String),
    organizationId: actor.organizationId,
    email: "ada@example.com",
    name: "ada",
    role: "recruiter",
  });
  expect(await checkPassword(" ADA@example.com", PASSWORD)).toEqual({ user, signInEpoch: 0 });
  expect(await checkPassword("ada@example.com", `${PASSWORD}!`)).toBeNull();
  expect(await checkPassword("ada@example.com", "")).toBeNull();
  expect(await checkPassword("someone.else@example.com", PASSWORD)).toBeNull();
});

test.each(["", "ada", "ada\u0000@example.com", "ada@example.com\ud800", `${"a".repeat(10_000)}@example.com`])(
  "an address that nobody can have is just unknown: %j",
  async (email) => {
    expect(await checkPassword(email, PASSWORD)).toBeNull();
  },
);

test.each([
  ["a wrong password", "busy@example.com"],
  ["an unknown address", "no@example.com"],
  ["an address that nobody can have", "?"],
])("%s costs one check of a hash as strong as any", async (_, email) => {
  const actor = await testOrganization();
  await createUser({ email: `${randomUUID()}@example.com`, role: "reviewer", password: PASSWORD }, actor);
  if (email === "busy@example.com") await createUser({ email, role: "reviewer", password: PASSWORD }, actor);
  await checkPassword("first@example.com", PASSWORD); // makes the hash that stands in for nobody's
  vi.mocked(verify).mockClear();
  expect(await checkPassword(email, "a wrong password")).toBeNull();
  expect(vi.mocked(verify).mock.calls).toEqual([[expect.stringMatching(/^\$argon2id\$/), "a wrong password"]]);
  const [checked = ""] = vi.mocked(verify).mock.calls[0] ?? [];
  expect(parseOptions(checked)).toMatchObject(OWASP);
});

test("a password is kept as argon2id at the strength that OWASP asks for", async () => {
  const actor = await testOrganization();
  const { id } = await createUser({ email: "hash@example.com", role: "owner", password: PASSWORD }, actor);
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
  expect(passwordHash).toMatch(/^\$argon2id\$/);
  expect(parseOptions(passwordHash)).toMatchObject(OWASP);
});

test("the same letters composed in another way are the same password", async () => {
  const actor = await testOrganization();
  await createUser({ email: "jose@example.com", role: "owner", password: "contrase\u00f1a larga" }, actor);
  expect(await checkPassword("jose@example.com", "contrasen\u0303a larga")).not.toBeNull();
});

test("one address is one user, whichever organisation asks", async () => {
  const [one, two] = [await testOrganization("One"), await testOrganization("Two")];
  await createUser({ email: "taken@example.com", role: "owner", password: PASSWORD }, one);
  const again = createUser({ email: "Taken@example.com", role: "owner", password: PASSWORD }, two);
  await expect(toldOf(again)).resolves.toMatchObject({
    code: "invalid_fields",
    issues: [{ path: "email", message: "is taken by another user" }],
  });
});

test.each([
  ["email", { email: "nobody" }],
  ["role", { role: "admin" as "owner" }],
  ["password", { password: "too short" }],
  ["password", { password: "x".repeat(201) }],
  ["password", { password: "ten characters\u0000" }],
  ["name", { name: "Ada\u001b[31m" }],
])("a wrong %s is refused and nobody is stored: %j", async (path, wrong) => {
  const actor = await testOrganization();
  const user = { email: "refused@example.com", role: "owner", password: PASSWORD, ...wrong } as const;
  await expect(createUser(user, actor)).rejects.toMatchObject({ code: "invalid_fields", issues: [{ path }] });
  expect(await db().user.count({ where: { organizationId: actor.organizationId } })).toBe(0);
});

test("after a reset the old password is worth nothing, and the log says that there was one", async () => {
  const actor = await testOrganization();
  const user = await createUser({ email: "forgetful@example.com", role: "owner", password: PASSWORD }, actor);
  await resetPassword({ email: "Forgetful@example.com", password: "another good one" }, actor);
  expect(await checkPassword("forgetful@example.com", PASSWORD)).toBeNull();
  expect(await checkPassword("forgetful@example.com", "another good one")).toEqual({ user, signInEpoch: 1 });
  const events = await db().auditEvent.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["user.created", "user.password_reset"]);
  expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(
    "another",
  );
});

test("another organisation's user cannot be reset, and looks the same as none", async () => {
  const [ours, theirs] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  await createUser({ email: "theirs@example.com", role: "owner", password: PASSWORD }, theirs);
  const reset = resetPassword({ email: "theirs@example.com", password: "stolen password" }, ours);
  await expect(reset).rejects.toMatchObject({ code: "not_found" });
  expect(await checkPassword("theirs@example.com", PASSWORD)).not.toBeNull();
});

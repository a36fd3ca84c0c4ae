import { beforeAll, expect, test } from "vitest";
import { db } from "../../db/client.ts";
import type { Actor } from "../../domain/actor.ts";
import { findApiKey } from "../../keys/find-api-key.ts";
import { checkPassword } from "../../members/check-password.ts";
import { talentflow } from "../../testing/command.ts";
import { testDatabase, testOrganization, testTemplate } from "../../testing/database/database.ts";

await testDatabase();

/** What it prints for programs; nothing else may stand on standard output. */
async function json(args: string[], input = "") {
  const { code, stdout } = await talentflow([...args, "--json"], { input });
  return { code, body: JSON.parse(stdout) };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const PASSWORD = "correct horse battery";

let first: Actor;
beforeAll(async () => {
  first = await testOrganization("First Ltd");
  await testTemplate(first);
});

test("invite prints exactly what a program needs, and the link for people", async () => {
  const { code, body } = await json(["invite", "--name", "Ada Lovelace", "--email", "ada@example.com"]);
  expect(code).toBe(0);
  expect(body).toEqual({
    candidate_id: expect.any(Number),
    interview_id: expect.stringMatching(UUID),
    interview_token: expect.stringMatching(UUID),
    url: `http://localhost:5000/interview/${body.interview_token}`,
  });
  const again = ["invite", "--name", "Ada Lovelace", "--email", "ada@example.com"];
  expect((await talentflow(again)).stderr).toContain("has an open invitation to this interview already");
  const forPeople = await talentflow([...again, "--another"]);
  expect(forPeople.stdout).toMatch(
    /^Candidate \d+ is invited until .*:\nhttp:\/\/localhost:5000\/interview\/[\da-f-]{36}\n$/,
  );
});

test("invite takes a template, a number of days and an organisation", async () => {
  const other = await testOrganization("Other Ltd");
  const template = await testTemplate(other, "Support engineer");
  const person = ["--name", "Grace", "--email", "grace@example.com"];
  const more = ["--template", "Support engineer", "--expires-days", "3", "--organization", "Other Ltd"];
  const { body } = await json(["invite", ...person, ...more]);
  const interview = await db().interview.findUniqueOrThrow({ where: { id: body.interview_id } });
  expect(interview).toMatchObject({ organizationId: other.organizationId, templateId: template.id });
  expect(interview.expiresAt.getTime()).toBeLessThan(Date.now() + 3 * 86_400_000 + 60_000);
});

test("a key is printed once, listed without its secret, and revoked", async () => {
  const { body: created } = await json(["api-key", "create", "--name", "ATS"]);
  expect(created).toEqual({ id: expect.stringMatching(UUID), api_key: expect.stringMatching(/^tf_/) });
  expect(await findApiKey(created.api_key)).toMatchObject({ organizationId: first.organizationId });

  const listed = await talentflow(["api-key", "list", "--json"]);
  expect(JSON.parse(listed.stdout).api_keys).toEqual([expect.objectContaining({ id: created.id, revoked_at: null })]);
  expect(listed.stdout).not.toContain(created.api_key);

  const { body: revoked } = await json(["api-key", "revoke", created.id]);
  expect(revoked).toMatchObject({ id: created.id, revoked_at: expect.any(String) });
  expect(await findApiKey(created.api_key)).toBeNull();
  expect((await talentflow(["api-key", "list"])).stdout).toMatch(/ATS \(live, read write, revoked /);
});

test("a user is created with a password from standard input, and gets a new one the same way", async () => {
  const { body } = await json(["user", "create", "--email", "Olga@example.com", "--role", "reviewer"], `${PASSWORD}\n`);
  expect(body).toEqual({ id: expect.stringMatching(UUID), email: "olga@example.com", name: "olga", role: "reviewer" });
  expect(await checkPassword("olga@example.com", PASSWORD)).toMatchObject({ user: { role: "reviewer" } });

  const promoted = await json(["user", "set-role", "--email", "olga@example.com", "--role", "recruiter"]);
  expect(promoted.body).toEqual({ id: body.id, email: "olga@example.com", role: "recruiter" });
  const reset = await talentflow(["user", "reset-password", "--email", "olga@example.com"], {
    input: "a new one, and long\r\n",
  });
  expect(reset).toEqual({ code: 0, stdout: "olga@example.com has a new password.\n", stderr: "" });
  expect(await checkPassword("olga@example.com", "a new one, and long")).not.toBeNull();
});

test("a second factor is taken away from whoever has lost it", async () => {
  const member = ["--email", "lost@example.com"];
  await json(["user", "create", ...member, "--role", "owner"], PASSWORD);
  const user = await db().user.findUniqueOrThrow({ where: { email: "lost@example.com" } });
  await db().secondFactor.create({ data: { userId: user.id, secret: "sealed1:x", confirmedAt: new Date() } });
  const { body } = await json(["user", "remove-second-factor", ...member]);
  expect(body).toEqual({ id: user.id, email: "lost@example.com" });
  expect(await db().secondFactor.count({ where: { userId: user.id } })).toBe(0);
  expect((await db().auditEvent.findMany({ where: { subjectId: user.id } })).at(-1)?.action).toBe(
    "user.second_factor_reset",
  );
});

test.concurrent.each([
  [["invite", "--name", "Ada"], 2, "usage", /--email <address>' not specified/],
  [["invite", "--name", "Ada", "--email", "ada"], 2, "invalid_fields", /^email must be an e-mail address/],
  [["invite", "--name", "A", "--email", "a@b.de", "--expires-days", "soon"], 2, "usage", /must be a whole number/],
  [["invite", "--name", "A", "--email", "a@b.de", "--organization", "None"], 1, "not_found", /organisation “None”/],
  [["api-key", "revoke", "none"], 1, "not_found", /There is no API key none/],
  [["api-key", "list", "extra"], 2, "usage", /too many arguments/],
  [["user", "create", "--email", "a@b.de", "--role", "admin"], 2, "usage", /Allowed choices are owner, recruiter/],
  [["user", "create", "--email", "a@b.de", "--role", "owner"], 2, "invalid_fields", /^password must have at least 10/],
  [["user", "remove-second-factor", "--email", "no@b.de"], 1, "not_found", /There is no user no@b.de/],
  [["smoke", "--base-url", "ftp://example.com"], 2, "usage", /must be a web address/],
  [["smoke", "--base-url", "http://127.0.0.1:9"], 1, "failed", /^The server answers at .*: No answer from/],
  [["invitt"], 2, "usage", /unknown command 'invitt' \(Did you mean invite\?\)/],
])("talentflow %j ends with %i and one line", async (args, code, errorCode, message) => {
  const ran = await talentflow([...args, "--json"]);
  expect(ran.code).toBe(code);
  expect(JSON.parse(ran.stdout)).toEqual({
    success: false,
    message: expect.stringMatching(message),
    error: { code: errorCode, issues: expect.any(Array) },
  });
  expect(ran.stderr).toMatch(/(^|\n)talentflow: [^\n]+\n$/);
});

test("two organisations of one name are told apart by their ids", async () => {
  const twins = [await testOrganization("Twin Ltd"), await testOrganization("Twin Ltd")];
  const { code, body } = await json(["api-key", "list", "--organization", "Twin Ltd"]);
  expect(code).toBe(2);
  expect(body.error.issues).toEqual([{ path: "organization", message: expect.stringContaining("give the id") }]);
  for (const { organizationId } of twins) {
    expect((await json(["api-key", "list", "--organization", organizationId])).code).toBe(0);
  }
});

test("help names every command and leaves with 0", async () => {
  const { code, stdout, stderr } = await talentflow(["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const name of [
    "start",
    "dev",
    "web",
    "worker",
    "migrate",
    "invite",
    "api-key",
    "user",
    "smoke",
    "test",
    "bench",
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  }
});

test("a worker makes no secret of its own, because it would open nothing that the web processes have sealed", async () => {
  const { code, stderr } = await talentflow(["worker"], { environment: { AUTH_SECRET: undefined } });
  expect(code).toBe(1);
  expect(stderr).toContain("AUTH_SECRET is not set.");
});

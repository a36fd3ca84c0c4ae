import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization, testTemplate } from "../db/testing.ts";
import { createInvitation } from "./create-invitation.ts";

await testDatabase();

test("an invitation has a candidate, an unguessable link and an end", async () => {
  const actor = await testOrganization();
  const template = await testTemplate(actor);
  const before = Date.now();
  const invitation = await createInvitation({ name: " Ada Lovelace ", email: "Ada@Example.com" }, actor);
  expect(invitation.url).toBe(`http://localhost:5000/interview/${invitation.token}`);
  expect(invitation.token).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  const stored = await db().interview.findUniqueOrThrow({
    where: { id: invitation.interviewId },
    include: { candidate: true },
  });
  expect(stored).toMatchObject({ token: invitation.token, templateId: template.id, revokedAt: null });
  expect(stored.candidate).toMatchObject({
    id: invitation.candidateId,
    name: "Ada Lovelace",
    email: "ada@example.com",
  });
  expect(stored.expiresAt.getTime() - before).toBeGreaterThanOrEqual(14 * 86_400_000);
  expect(stored.expiresAt.getTime() - before).toBeLessThan(14 * 86_400_000 + 60_000);
});

test("the same person invited twice at once is one candidate with two interviews", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const invitations = await Promise.all(
    ["grace@example.com", "GRACE@example.com", " grace@example.com "].map((email) =>
      createInvitation({ name: "Grace Hopper", email }, actor),
    ),
  );
  expect(new Set(invitations.map(({ candidateId }) => candidateId)).size).toBe(1);
  expect(new Set(invitations.map(({ token }) => token)).size).toBe(3);
});

test("whoever invites again corrects the name", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  await createInvitation({ name: "Alan Turning", email: "alan@example.com" }, actor);
  const { candidateId } = await createInvitation({ name: "Alan Turing", email: "alan@example.com" }, actor);
  expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({ name: "Alan Turing" });
});

test("two organisations inviting one address have a candidate each", async () => {
  const [one, two] = [await testOrganization("One"), await testOrganization("Two")];
  await Promise.all([testTemplate(one), testTemplate(two)]);
  const first = await createInvitation({ name: "Ada", email: "shared@example.com" }, one);
  const second = await createInvitation({ name: "Ada", email: "shared@example.com" }, two);
  expect(first.candidateId).not.toBe(second.candidateId);
});

test("a template is found by name or id, in one's own organisation, unless it is archived", async () => {
  const [actor, stranger] = [await testOrganization("Ours"), await testOrganization("Theirs")];
  await testTemplate(actor, "First");
  const second = await testTemplate(actor, "Second");
  const theirs = await testTemplate(stranger, "Theirs");
  const person = { name: "Ada", email: "ada@example.com" };
  const templateOf = async (template: string | undefined) => {
    const { interviewId } = await createInvitation({ ...person, template }, actor);
    return (await db().interview.findUniqueOrThrow({ where: { id: interviewId }, include: { template: true } }))
      .template;
  };
  expect(await templateOf(undefined)).toMatchObject({ name: "First" });
  expect(await templateOf("Second")).toMatchObject({ id: second.id });
  expect(await templateOf(second.id)).toMatchObject({ name: "Second" });
  for (const unknown of ["Third", "Theirs", theirs.id]) {
    await expect(templateOf(unknown)).rejects.toMatchObject({ code: "template_not_found" });
  }
  await db().template.update({ where: { id: second.id }, data: { archivedAt: new Date() } });
  await expect(templateOf("Second")).rejects.toMatchObject({ code: "template_not_found" });
});

test("without any template, the error says what to do first", async () => {
  const actor = await testOrganization();
  await expect(createInvitation({ name: "Ada", email: "ada@example.com" }, actor)).rejects.toMatchObject({
    code: "template_not_found",
    message: expect.stringContaining("make one first"),
  });
});

test("everything that is wrong is said at once, and nothing is stored", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const count = await db().candidate.count();
  const wrong = { name: "Ada\u0000\nLovelace", email: "not an address", template: "", expires_in_days: 0.5 };
  await expect(createInvitation(wrong, actor)).rejects.toMatchObject({
    code: "invalid_fields",
    issues: [
      { path: "name", message: "must not contain control characters" },
      { path: "email", message: "must be an e-mail address such as ada@example.com" },
      { path: "template", message: "must not be empty" },
      { path: "expires_in_days", message: "must be a whole number" },
    ],
  });
  expect(await db().candidate.count()).toBe(count);
});

test.each([
  ["a lone surrogate", "Ada \ud800"],
  ["text that is turned round", "Ada \u202eecalevoL"],
  ["nothing but spaces", "   "],
  ["a novel", "a".repeat(201)],
])("a name cannot be %s", async (_, name) => {
  const actor = await testOrganization();
  await expect(createInvitation({ name, email: "ada@example.com" }, actor)).rejects.toMatchObject({
    code: "invalid_fields",
  });
});

test("an invitation is written down with who made it", async () => {
  const actor = { ...(await testOrganization()), kind: "user", id: "7c9a0e6e-9d3c-4c43-8f39-1f1f7f0a4b11" } as const;
  await testTemplate(actor);
  const { interviewId } = await createInvitation({ name: "Ada", email: "ada@example.com" }, actor);
  expect(
    await db().auditEvent.findMany({ where: { organizationId: actor.organizationId }, orderBy: { id: "asc" } }),
  ).toMatchObject([
    { actorKind: "user", actorId: actor.id, action: "candidate.created", subjectKind: "candidate" },
    {
      actorKind: "user",
      actorId: actor.id,
      action: "invitation.created",
      subjectKind: "interview",
      subjectId: interviewId,
    },
  ]);
});

import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import * as interviewList from "../db/interview-list.ts";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { toldOf } from "../testing/refusals.ts";
import { createInterview, createInterviews } from "./create-interviews.ts";
import type { PlannedInterview } from "./plan-interview.ts";
import { readWanted } from "./wanted-interview.ts";

await testDatabase();

test("an invitation has a candidate, an unguessable link and an end", async () => {
  const actor = await testOrganization();
  const template = await testTemplate(actor);
  const before = Date.now();
  const invitation = await testInvitation({ name: " Ada Lovelace ", email: "Ada@Example.com" }, actor);
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
      testInvitation({ name: "Grace Hopper", email, allow_another: true }, actor),
    ),
  );
  expect(new Set(invitations.map(({ candidateId }) => candidateId)).size).toBe(1);
  expect(new Set(invitations.map(({ token }) => token)).size).toBe(3);
});

test("an invitation renames nobody: another name stands on that interview alone, and both are found", async () => {
  const actor = await testOrganization();
  const { id: templateId } = await testTemplate(actor);
  await testInvitation({ name: "Łukasz Nowak", email: "alan@example.com" }, actor);
  const other = { name: "Дмитрий Иванов", email: "alan@example.com", allow_another: true };
  const { candidateId, interviewId } = await testInvitation(other, actor);
  expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({ name: "Łukasz Nowak" });
  const list = (words: string[]) =>
    interviewList.list(db(), {
      organizationId: actor.organizationId,
      templateId,
      words,
      from: null,
      limit: 10,
      now: new Date(),
    });
  const names = async (words: string[]) => (await list(words)).map(({ candidateName }) => candidateName);
  expect(await names(["lukasz"])).toEqual(["Дмитрий Иванов", "Łukasz Nowak"]);
  expect(await names(["дмит", "ALAN@"])).toEqual(["Дмитрий Иванов", "Łukasz Nowak"]);
  expect((await list([]))[0]).toMatchObject({ id: interviewId, candidateName: "Дмитрий Иванов" });
});

test("another name is asked about where somebody can answer, and changed everywhere where they say so", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const first = await testInvitation({ name: "Alan Turning", email: "alan@example.com" }, actor);
  const again = { name: "Alan Turing", email: "alan@example.com", allow_another: true };
  await expect(toldOf(testInvitation({ ...again, other_name: "ask" }, actor))).resolves.toMatchObject({
    code: "name_differs",
    message: expect.stringContaining("Alan Turning"),
  });
  await testInvitation({ ...again, name: "Alan Turning", other_name: "ask" }, actor);
  await testInvitation({ ...again, other_name: "rename" }, actor);
  expect(await db().candidate.findUnique({ where: { id: first.candidateId } })).toMatchObject({ name: "Alan Turing" });
  const changed = await db().auditEvent.findFirst({
    where: { organizationId: actor.organizationId, action: "candidate.changed" },
  });
  expect(changed?.detail).toEqual({ fields: ["name"], name_before: "Alan Turning" });
});

test("a second open invitation to one role is refused with the first one's id, unless it is wanted", async () => {
  const actor = await testOrganization();
  await testTemplate(actor, "One");
  await testTemplate(actor, "Two");
  const ada = { name: "Ada", email: "ada@example.com", template: "One" };
  const first = await testInvitation(ada, actor);
  const refused = { code: "already_invited", interviewId: first.interviewId };
  await expect(testInvitation({ ...ada, email: "ADA@example.com" }, actor)).rejects.toMatchObject(refused);
  await testInvitation({ ...ada, template: "Two" }, actor);
  await testInvitation({ ...ada, email: "eve@example.com" }, actor);
  const second = await testInvitation({ ...ada, allow_another: true }, actor);
  const end = (id: string, data: object) => db().interview.update({ where: { id }, data });
  await end(first.interviewId, { revokedAt: new Date() });
  await expect(testInvitation(ada, actor)).rejects.toMatchObject({ interviewId: second.interviewId });
  await end(second.interviewId, { expiresAt: new Date() });
  await testInvitation(ada, actor);
});

test("rows of one request that invite somebody twice to one role are told apart", async () => {
  const actor = await testOrganization();
  const { id } = await testTemplate(actor);
  const row = { candidate: { name: "Ada", email: "ada@example.com", external_id: "a" }, template_id: id };
  const rows = [row, row, { ...row, allow_another: true }, { ...row, candidate: { ...row.candidate, name: "Eve" } }];
  const [first, second, third, fourth] = await createInterviews(rows, { dryRun: false }, actor);
  const made = first as PlannedInterview;
  expect(second).toMatchObject({ code: "already_invited", interviewId: made.id });
  expect(third).toMatchObject({ candidate: made.candidate, nameKept: false });
  expect(fourth).toMatchObject({ code: "already_invited" });
  const kept = { ...row, allow_another: true, candidate: { ...row.candidate, name: "Eve" } };
  expect((await createInterviews([kept], { dryRun: false }, actor))[0]).toMatchObject({
    nameKept: true,
    sentName: "Eve",
  });
});

test("two organisations inviting one address have a candidate each", async () => {
  const [one, two] = [await testOrganization("One"), await testOrganization("Two")];
  await Promise.all([testTemplate(one), testTemplate(two)]);
  const first = await testInvitation({ name: "Ada", email: "shared@example.com" }, one);
  const second = await testInvitation({ name: "Ada", email: "shared@example.com" }, two);
  expect(first.candidateId).not.toBe(second.candidateId);
});

test("everything that is wrong is said at once, and nothing is stored", async () => {
  const actor = await testOrganization();
  await testTemplate(actor);
  const count = await db().candidate.count();
  const candidate = { name: "Ada\u0000\nLovelace", email: "not an address" };
  const wrong = { candidate, template_name: "", expires_in_days: 0.5 };
  const wanted = async () => createInterview(readWanted(wrong), actor);
  await expect(toldOf(wanted())).resolves.toMatchObject({
    code: "invalid_fields",
    issues: [
      { path: "candidate.name", message: "must not contain control characters" },
      { path: "candidate.email", message: "must be an e-mail address such as ada@example.com" },
      { path: "template_name", message: "must not be empty" },
      { path: "expires_in_days", message: "must be a whole number" },
    ],
  });
  expect(await db().candidate.count()).toBe(count);
});

test.each([
  ["a lone surrogate", "Ada \ud800"],
  ["text that is turned round", "Ada \u202eecalevoL"],
  ["nothing but spaces", "   "],
  ["nothing but what leaves no mark", "\u3164\u200b\u2800"],
  ["a novel", "a".repeat(201)],
])("a name cannot be %s", async (_, name) => {
  const actor = await testOrganization();
  await testTemplate(actor);
  await expect(testInvitation({ name, email: "ada@example.com" }, actor)).rejects.toMatchObject({
    code: "invalid_fields",
  });
});

test("an invitation is written down with who made it", async () => {
  const actor = { ...(await testOrganization()), kind: "user", id: "7c9a0e6e-9d3c-4c43-8f39-1f1f7f0a4b11" } as const;
  await testTemplate(actor);
  const { interviewId } = await testInvitation({ name: "Ada", email: "ada@example.com" }, actor);
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

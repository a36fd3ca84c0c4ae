import { expect, test } from "vitest";
import { testDatabase, testOrganization, testTemplate } from "../testing/database/database.ts";
import { db, transaction } from "./client.ts";

await testDatabase();
const actor = await testOrganization();

async function published() {
  const template = await testTemplate(actor, crypto.randomUUID());
  return db().templateVersion.findFirstOrThrow({ where: { templateId: template.id }, include: { questions: true } });
}

test.each([
  ["changed", "UPDATE template_versions SET pass_threshold = 1 WHERE id = $1::uuid"],
  ["made a draft again", "UPDATE template_versions SET published_at = NULL WHERE id = $1::uuid"],
  ["removed", "DELETE FROM template_versions WHERE id = $1::uuid"],
  ["given other words", "UPDATE version_questions SET text = 'Other?' WHERE version_id = $1::uuid"],
  ["robbed of questions", "DELETE FROM version_questions WHERE version_id = $1::uuid"],
  [
    "given another question",
    `WITH new AS (INSERT INTO bank_questions (id, organization_id) SELECT gen_random_uuid(), t.organization_id
       FROM template_versions v JOIN templates t ON t.id = v.template_id WHERE v.id = $1::uuid RETURNING id)
     INSERT INTO version_questions (version_id, question_id, position, text, type) SELECT $1::uuid, id, 9, 'More?', 'general' FROM new`,
  ],
])("a published version is not %s, whoever asks", async (_, sql) => {
  const before = await published();
  await expect(db().$executeRawUnsafe(sql, before.id)).rejects.toThrow(/never changed/);
  expect(
    await db().templateVersion.findUniqueOrThrow({ where: { id: before.id }, include: { questions: true } }),
  ).toEqual(before);
});

test("questions do not move into a published version, or out of it", async () => {
  const { id, templateId } = await published();
  await expect(
    transaction(async (tx) => {
      const draft = await tx.templateVersion.create({ data: { templateId, number: 0, roleTitle: "Tester" } });
      await tx.$executeRaw`UPDATE version_questions SET version_id = ${draft.id}::uuid WHERE version_id = ${id}::uuid`;
    }),
  ).rejects.toThrow(/never changed/);
});

test("an interview keeps the version that it was taken with", async () => {
  const { id, templateId } = await published();
  const candidate = await db().candidate.create({
    data: { organizationId: actor.organizationId, name: "Ada", email: "ada@example.com" },
  });
  const expiresAt = new Date("2999-01-01");
  const data = { organizationId: actor.organizationId, candidateId: candidate.id, templateId, expiresAt };
  const interview = await db().interview.create({ data });
  const keep = (templateVersionId: string | null) =>
    db().interview.update({ where: { id: interview.id }, data: { templateVersionId } });
  await expect(keep((await published()).id)).rejects.toThrow(); // another template's
  await keep(id);
  await keep(id);
  for (const other of [null, (await published()).id]) await expect(keep(other)).rejects.toThrow(/keeps the version/);
  await expect(db().template.delete({ where: { id: templateId } })).rejects.toThrow();
});

test("a template that nobody was invited to goes with all its versions", async () => {
  const { templateId, questions } = await published();
  await db().templateVersion.create({ data: { templateId, number: 0, roleTitle: "Draft" } });
  await db().template.delete({ where: { id: templateId } });
  expect(await db().templateVersion.count({ where: { templateId } })).toBe(0);
  const ids = questions.map(({ questionId }) => questionId);
  expect(await db().versionQuestion.count({ where: { questionId: { in: ids } } })).toBe(0);
});

test("there is one draft at most, and it has no number of its own", async () => {
  const { templateId } = await published();
  const draft = { templateId, number: 0, roleTitle: "Draft" };
  await expect(db().templateVersion.create({ data: { ...draft, publishedAt: new Date() } })).rejects.toThrow();
  await db().templateVersion.create({ data: draft });
  await expect(db().templateVersion.create({ data: draft })).rejects.toThrow();
});

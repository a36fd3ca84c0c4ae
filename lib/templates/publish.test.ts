import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { CreateTemplateBody, UpdateTemplateBody } from "../contract/v1/templates.ts";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { createTemplate } from "./create-template.ts";
import { type DraftChanges, editDraft } from "./edit-draft.ts";
import { publishDraft } from "./publish.ts";
import { getTemplate } from "./read.ts";
import { updateTemplate } from "./update-template.ts";

await testDatabase();
const actor = await testOrganization();

const QUESTIONS = [
  { text: "Why?", type: "general" },
  { text: "How?", type: "technical" },
];

async function make(): Promise<string> {
  const body = { name: randomUUID(), role_title: "Tester", questions: QUESTIONS };
  return (await createTemplate(CreateTemplateBody.parse(body), actor)).id;
}

const changes = (body: object): DraftChanges => UpdateTemplateBody.parse(body);
const edit = (id: string, body: object) => editDraft(id, changes(body), actor);
const publish = (id: string, replaces: number) => publishDraft(id, { replaces }, actor);
const counted = (templateId: string) => db().templateVersion.count({ where: { templateId } });

test("what is edited is a draft that nobody is asked, until it is published", async () => {
  const id = await make();
  const before = await getTemplate(id, actor);
  await edit(id, { role_title: "Lead" });
  expect(await edit(id, { introduction: "Hello." })).toMatchObject({ roleTitle: "Lead", introduction: "Hello." });
  expect(await getTemplate(id, actor)).toEqual(before);
  const after = await publish(id, 1);
  expect(after).toMatchObject({ version: 2, content: { roleTitle: "Lead", introduction: "Hello." } });
  expect(await getTemplate(id, actor)).toEqual(after);
  expect(await counted(id)).toBe(2);
});

test("published twice, it is published once; and with nothing new there is no new version", async () => {
  const id = await make();
  await edit(id, { role_title: "Lead" });
  const first = await publish(id, 1);
  expect(await publish(id, 1)).toEqual(first);
  await edit(id, { role_title: "Tester" });
  await edit(id, { role_title: "Lead" });
  expect(await publish(id, 2)).toEqual(first);
  expect(await counted(id)).toBe(2);
  const events = await db().auditEvent.findMany({ where: { subjectId: id, action: "template.changed" } });
  expect(events.map(({ detail }) => detail)).toEqual([{ version: 2 }]);
});

test("a question keeps its id from the draft to the version, and one that never came so far leaves nothing", async () => {
  const id = await make();
  const [why] = (await getTemplate(id, actor)).content.questions;
  const { questions } = await edit(id, { questions: [QUESTIONS[0], { text: "New?", type: "general" }] });
  expect(questions[0]?.questionId).toBe(why?.questionId);
  const corrected = { id: questions[1]?.questionId, text: "Brand new?", type: "general" };
  const dropped = await edit(id, { questions: [QUESTIONS[0], corrected, { text: "Dropped?", type: "general" }] });
  await edit(id, { questions: [QUESTIONS[0], corrected] });
  const published = (await publish(id, 1)).content.questions;
  expect(published.map(({ questionId, text }) => [questionId, text])).toEqual([
    [why?.questionId, "Why?"],
    [corrected.id, "Brand new?"],
  ]);
  expect(await db().bankQuestion.findUnique({ where: { id: dropped.questions[2]?.questionId ?? "" } })).toBeNull();
});

test("who has not seen the latest version does not replace it; a program that changes it leaves the draft alone", async () => {
  const id = await make();
  await edit(id, { role_title: "Of the draft" });
  const changed = await updateTemplate(id, changes({ role_title: "Of the program" }), actor);
  expect(changed).toMatchObject({ version: 2, content: { roleTitle: "Of the program" } });
  await expect(publish(id, 1)).rejects.toMatchObject({ code: "template_changed" });
  expect(await getTemplate(id, actor)).toEqual(changed);
  expect(await publish(id, 2)).toMatchObject({ version: 3, content: { roleTitle: "Of the draft" } });
});

test("of two who publish at the same moment one does", async () => {
  const id = await make();
  await edit(id, { role_title: "Lead" });
  const [one, other] = await Promise.all([publish(id, 1), publish(id, 1)]);
  expect(one).toEqual(other);
  expect(await counted(id)).toBe(2);
});

test("two who edit at the same moment have one draft, with what both changed", async () => {
  const id = await make();
  await Promise.all([edit(id, { role_title: "Lead" }), edit(id, { introduction: "Hello." })]);
  expect(await publish(id, 1)).toMatchObject({ version: 2, content: { roleTitle: "Lead", introduction: "Hello." } });
});

test("a draft's thresholds do not cross, and another organisation's template is unknown", async () => {
  const id = await make();
  await edit(id, { fail_threshold: 60 });
  await expect(edit(id, { pass_threshold: 55 })).rejects.toMatchObject({ issues: [{ path: "pass_threshold" }] });
  const stranger = await testOrganization();
  for (const unknown of [id, randomUUID(), "nonsense"]) {
    const code = "template_not_found";
    await expect(editDraft(unknown, changes({ role_title: "Mine" }), stranger)).rejects.toMatchObject({ code });
    await expect(publishDraft(unknown, { replaces: 1 }, stranger)).rejects.toMatchObject({ code });
  }
});

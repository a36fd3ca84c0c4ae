import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CreateTemplateBody, UpdateTemplateBody } from "../contract/v1/templates.ts";
import { db } from "../db/client.ts";
import * as cutSettings from "../db/cut-settings.ts";
import { cutSetting } from "../testing/cuts.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { createTemplate } from "./create-template.ts";
import { editDraft } from "./edit-draft.ts";
import { publishDraft } from "./publish.ts";
import { getTemplate } from "./read.ts";
import { setCuts } from "./set-cuts.ts";
import { updateTemplate } from "./update-template.ts";

await testDatabase();
const actor = await testOrganization();
const SCORER = "offline_rubric 1";

const QUESTION = {
  text: "How do you find a slow qeury?",
  type: "technical",
  keywords: ["plan"],
  ideal_answer: "A plan.",
};
const OTHER = { text: "Tell me about a bug.", type: "behavioral" };

async function make(): Promise<string> {
  const body = { name: randomUUID(), role_title: "Tester", introduction: "Welcome.", questions: [QUESTION, OTHER] };
  return (await createTemplate(CreateTemplateBody.parse(body), actor)).id;
}

const change = (id: string, body: object) => updateTemplate(id, UpdateTemplateBody.parse(body), actor);

/** The ids of its questions stay where the words are corrected. */
async function reworded(id: string, texts: string[], over: object = {}) {
  const { content } = await getTemplate(id, actor);
  const questions = [QUESTION, OTHER].map((question, at) => ({
    ...{ ...question, ...over, id: content.questions[at]?.questionId, text: texts[at] ?? question.text },
  }));
  return change(id, { questions });
}

async function versionId(templateId: string, number: number): Promise<string> {
  const where = { templateId_number: { templateId, number } };
  return (await db().templateVersion.findUniqueOrThrow({ where })).id;
}

async function inForce(templateId: string, number: number, scorer = SCORER) {
  const found = await cutSettings.findInForce(db(), await versionId(templateId, number), scorer);
  return found && [found.pass, found.fail];
}

async function set(templateId: string, number: number, pass: number, scorer = SCORER) {
  const settings = [cutSetting({ pass }), cutSetting({ criterion: "technical", pass: pass + 1 })];
  await setCuts(await versionId(templateId, number), { scorer, settings }, actor);
}

test("cuts hold for one scorer and one version, the latest count, and none of them is ever changed", async () => {
  const id = await make();
  expect(await inForce(id, 1)).toBeNull();
  await set(id, 1, 40);
  await set(id, 1, 44);
  expect(await inForce(id, 1)).toEqual([44, 20]);
  expect(await inForce(id, 1, "offline_rubric 2")).toBeNull();
  expect(await inForce(await make(), 1)).toBeNull();
  expect(await db().cutSetting.count({ where: { templateVersion: { templateId: id } } })).toBe(4);
  await expect(db().cutSetting.updateMany({ data: { pass: 90 } })).rejects.toThrow(/never changed/);
});

test("who set them is noted, and what others have published is unknown", async () => {
  const id = await make();
  await set(id, 1, 40);
  const [event] = await db().auditEvent.findMany({ where: { subjectId: id, action: "template.cuts_set" } });
  expect(event?.detail).toEqual({ version: 1, scorer: SCORER, criteria: ["overall", "technical"] });
  await editDraft(id, UpdateTemplateBody.parse({ role_title: "Lead" }), actor);
  const settings = [cutSetting()];
  const strangers = await testOrganization();
  for (const [version, by] of [
    [await versionId(id, 1), strangers],
    [await versionId(id, 0), actor],
    [randomUUID(), actor],
    ["nonsense", actor],
  ] as const)
    await expect(setCuts(version, { scorer: SCORER, settings }, by)).rejects.toMatchObject({
      code: "template_not_found",
    });
});

describe("a version that only corrects wording", () => {
  test("has the cuts of the one before, by every scorer, and says where they are from", async () => {
    const id = await make();
    await set(id, 1, 40);
    await set(id, 1, 70, "a model");
    expect((await reworded(id, ["How do you find a slow query?", "Please tell me about a bug"])).version).toBe(2);
    expect(await inForce(id, 2)).toEqual([40, 20]);
    expect(await inForce(id, 2, "a model")).toEqual([70, 20]);
    const rows = await db().cutSetting.findMany({ where: { templateVersionId: await versionId(id, 2) } });
    expect(rows).toHaveLength(4);
    expect(rows.every(({ inheritedFrom }) => inheritedFrom !== null)).toBe(true);
    await change(id, { introduction: "Welcome!", role_title: "tester" });
    expect(await inForce(id, 3)).toEqual([40, 20]);
  });

  test("has them also when they are set later, until it has its own", async () => {
    const id = await make();
    await reworded(id, ["How do you find a slow query?"]);
    await reworded(id, ["How do you find a slow query"]);
    await set(id, 1, 40);
    expect(await inForce(id, 3)).toEqual([40, 20]);
    await set(id, 3, 50);
    await set(id, 1, 60);
    expect([await inForce(id, 2), await inForce(id, 3)]).toEqual([
      [60, 20],
      [50, 20],
    ]);
  });

  test("has them when it comes from a draft", async () => {
    const id = await make();
    await set(id, 1, 40);
    await editDraft(id, UpdateTemplateBody.parse({ introduction: "Welcome!" }), actor);
    await publishDraft(id, { replaces: 1 }, actor);
    expect(await inForce(id, 2)).toEqual([40, 20]);
  });
});

test.each([
  ["another question", (id: string) => reworded(id, ["How do you find a slow index?"])],
  ["a word of negation", (id: string) => reworded(id, ["How do you not find a slow query?"])],
  ["another ideal answer", (id: string) => reworded(id, [], { ideal_answer: "The plan." })],
  ["another keyword", (id: string) => reworded(id, [], { keywords: ["plans"] })],
  ["other notes", (id: string) => reworded(id, [], { rubric_notes: "Plans." })],
  ["another difficulty", (id: string) => reworded(id, [], { difficulty: "hard" })],
  ["another type", (id: string) => reworded(id, [], { type: "general" })],
  ["less time to answer", (id: string) => reworded(id, [], { answer_seconds: 30 })],
  ["another order", (id: string) => change(id, { questions: [OTHER, QUESTION] })],
  ["a question less", (id: string) => change(id, { questions: [QUESTION] })],
  [
    "the same words as another question",
    (id: string) => change(id, { questions: [{ ...QUESTION, text: "How do you find a slow query?" }, OTHER] }),
  ],
  [
    "other weights",
    (id: string) =>
      change(id, { category_weights: { technical: 2, communication: 1, problem_solving: 1, cultural_fit: 1 } }),
  ],
  ["other values", (id: string) => change(id, { company_values: ["Care"] })],
  ["another threshold", (id: string) => change(id, { pass_threshold: 71 })],
])("with %s nothing is inherited", async (_, changed) => {
  const id = await make();
  await set(id, 1, 40);
  expect((await changed(id)).version).toBe(2);
  expect(await inForce(id, 2)).toBeNull();
});

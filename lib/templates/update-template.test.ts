import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { CreateTemplateBody, UpdateTemplateBody } from "../contract/v1/templates.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { presentTemplate } from "../present/v1/template.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { createTemplate } from "./create-template.ts";
import { updateTemplate } from "./update-template.ts";

await testDatabase();
const actor = await testOrganization();

const QUESTIONS = [
  { text: "Wich index helps?", type: "technical", keywords: ["b-tree"] },
  { text: "And why?", type: "general" },
];

async function make(over: object = {}, by: Actor = actor) {
  const body = { name: randomUUID(), role_title: "Tester", questions: QUESTIONS, ...over };
  return presentTemplate(await createTemplate(CreateTemplateBody.parse(body), by));
}

async function change(id: string, body: object, by: Actor = actor) {
  return presentTemplate(await updateTemplate(id, UpdateTemplateBody.parse(body), by));
}

const idsOf = ({ questions }: { questions: { id: string }[] }) => questions.map(({ id }) => id);
const told = (subjectId: string) => db().auditEvent.count({ where: { subjectId, action: "template.changed" } });

test("what is changed is the next version; the versions before stay", async () => {
  const { id, version } = await make();
  expect(version).toBe(1);
  expect(await change(id, { role_title: "Lead" })).toMatchObject({ version: 2, role_title: "Lead" });
  expect(await change(id, { pass_threshold: 90 })).toMatchObject({
    version: 3,
    role_title: "Lead",
    pass_threshold: 90,
  });
  const versions = await db().templateVersion.findMany({ where: { templateId: id }, orderBy: { number: "asc" } });
  expect(versions.map(({ roleTitle, passThreshold }) => [roleTitle, passThreshold])).toEqual([
    ["Tester", 70],
    ["Lead", 70],
    ["Lead", 90],
  ]);
});

test("a list that is sent again and again makes one version, its questions keep their ids, and nothing is told of it", async () => {
  const body = {
    ...{
      role_title: "Lead",
      category_weights: { technical: 2, communication: 1, problem_solving: 1, cultural_fit: 0.1 },
    },
    ...{ avatar_settings: { language: "en-GB", name: "Noor" }, gating_categories: ["technical", "technical"] },
    questions: [...QUESTIONS, { text: "And why?", type: "culture" }],
  };
  const { id } = await make();
  const first = await change(id, body);
  expect(first.version).toBe(2);
  for (const again of [body, body, { questions: first.questions.map(({ position: _, ...question }) => question) }]) {
    expect(await change(id, again)).toEqual(first);
  }
  expect(await told(id)).toBe(1);
  expect(await change(id, { questions: first.questions.map(({ text, type }) => ({ text, type })) })).toMatchObject({
    version: 3, // the keywords went
    questions: idsOf(first).map((questionId) => ({ id: questionId, keywords: [] })),
  });
});

test("what belongs to no version makes none, and is told", async () => {
  const { id } = await make();
  const name = randomUUID();
  const changed = await change(id, { name, external_id: name, coaching_notes: true });
  expect(changed).toMatchObject({ version: 1, name, external_id: name, coaching_notes: true });
  expect(await change(id, { name, external_id: name, coaching_notes: true })).toEqual(changed);
  expect(await told(id)).toBe(1);
});

test("a corrected question that is sent with its id is the same question; without, another one", async () => {
  const { id, ...before } = await make();
  const [typo, why] = idsOf(before);
  const corrected = { ...QUESTIONS[0], text: "Which index helps?" };
  const named = await change(id, { questions: [QUESTIONS[1], { id: typo?.toUpperCase(), ...corrected }] });
  expect(idsOf(named)).toEqual([why, typo]);
  expect(named.questions[1]).toMatchObject({ position: 2, text: "Which index helps?", keywords: ["b-tree"] });
  const unnamed = await change(id, { questions: [QUESTIONS[1], { ...corrected, text: "Which index is best?" }] });
  expect(idsOf(unnamed)[0]).toBe(why);
  expect(idsOf(unnamed)[1]).not.toBe(typo);
});

test("an id decides before the words do", async () => {
  const { id, ...before } = await make();
  const [first, second] = idsOf(before);
  const swapped = [
    { ...QUESTIONS[1], id: first },
    { ...QUESTIONS[0], id: second },
  ];
  expect(idsOf(await change(id, { questions: swapped }))).toEqual([first, second]);
  const taken = await change(id, { questions: [QUESTIONS[0], { ...QUESTIONS[1], id: second }] });
  expect(idsOf(taken)[1]).toBe(second);
  expect(idsOf(before)).not.toContain(idsOf(taken)[0]); // its words were the second's, which is spoken for
});

test("a question may stand in several templates and stays one", async () => {
  const [question] = (await make()).questions;
  const other = await make({ questions: [{ id: question?.id, text: "Which index, here?", type: "technical" }] });
  expect(other.questions).toMatchObject([{ id: question?.id, text: "Which index, here?" }]);
});

test("ids that name nothing of the organisation's, or one question twice, are refused", async () => {
  const { id, ...before } = await make();
  const [own] = idsOf(before);
  const [foreign] = idsOf(await make({}, await testOrganization()));
  const question = (questionId: unknown) => ({ id: questionId, text: "Why?", type: "general" });
  const questions = [own, foreign, randomUUID(), "nonsense", own].map(question);
  for (const refused of [change(id, { questions }), make({ questions })]) {
    await expect(refused).rejects.toMatchObject({
      code: "invalid_fields",
      issues: [1, 2, 3, 4].map((index) => ({ path: `questions.${index}.id` })),
    });
  }
});

test("a question is retired while no published version asks it", async () => {
  const { id, questions } = await make();
  const [first, second] = questions;
  const retired = async () =>
    (
      await db().bankQuestion.findMany({
        where: { id: { in: questions.map((one) => one.id) }, retiredAt: { not: null } },
      })
    ).map((one) => one.id);
  await change(id, { questions: [QUESTIONS[1]] });
  expect(await retired()).toEqual([first?.id]);
  const elsewhere = await make({ questions: [{ ...QUESTIONS[0], id: first?.id }] });
  expect(await retired()).toEqual([]);
  await change(elsewhere.id, { questions: [{ ...QUESTIONS[1], id: second?.id }] });
  await change(id, { questions: [{ text: "New?", type: "general" }] });
  expect(await retired()).toEqual([first?.id]);
});

test("of changes at the same moment each is a version, and none is lost", async () => {
  const { id } = await make();
  const changes = [{ role_title: "Lead" }, { avatar: "other" }, { pass_threshold: 71 }, { introduction: "Hello." }];
  await Promise.all(changes.map((body) => change(id, body)));
  expect(await change(id, { fail_threshold: 10 })).toMatchObject({ version: 6, ...Object.assign({}, ...changes) });
});

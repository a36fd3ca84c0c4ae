import { afterAll, beforeAll, expect, test } from "vitest";
import { toInput } from "../analysis/pipeline/to-input.ts";
import { measureCoverage } from "../domain/coverage.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { nextQuestions } from "../sitting/next-questions.ts";
import { maintenanceUrl, migrationsUpTo, run } from "../testing/database/migrations.ts";
import * as analyses from "./analyses.ts";
import { db, disconnect, transaction } from "./client.ts";
import { migrate } from "./migrations/migrate.ts";

/*
 * A database of the release before templates had versions, whose template was changed while people sat its interviews, brought up to
 * now: everybody is asked and measured as before.
 */

const RELEASE = "20261129154000_reports_leave_out_who_asked_for_deletion";
const url = new URL(process.env.DATABASE_URL as string); // set by testing/database/environment.ts; this file makes it

const id = (kind: string, number: number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const ORGANIZATION = id("0", 1);
const TEMPLATE = id("0", 2);
/** A and D are asked today; B and C were taken out, X before anybody was asked it. */
const [A, B, C, D, X] = [id("a", 1), id("a", 2), id("a", 3), id("a", 4), id("a", 9)] as const;

const question = (questionId: string, position: number, more = "") =>
  `INSERT INTO template_questions (id, template_id, position, text, type, keywords, rubric_notes)
     VALUES ('${questionId}', '${TEMPLATE}', ${position}, 'Question ${questionId.slice(-1)}?', 'technical', '{index}', 'Notes.${more}');`;

const sitting = (number: number, status: string, planned: string[], asked: string[]) => `
  INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at)
    VALUES ('${id("1", number)}', '${ORGANIZATION}', 1, '${TEMPLATE}', gen_random_uuid(), now() + interval '1 day');
  INSERT INTO sessions (id, organization_id, interview_id, candidate_id, recording_config, status, started_at, question_count, planned_question_ids)
    VALUES ('${id("2", number)}', '${ORGANIZATION}', '${id("1", number)}', 1, '{}', '${status}', now() - interval '${number} minutes',
      ${asked.length}, '{${planned.join(",")}}');
  ${asked
    .map(
      (questionId, index) =>
        `INSERT INTO questions (id, session_id, template_question_id, position, text, type, difficulty, avatar, source)
           VALUES (gen_random_uuid(), '${id("2", number)}', '${questionId}', ${index + 1}, 'Asked?', 'technical', 'medium', 'default', 'template');`,
    )
    .join("\n")}`;

const CONTENT = `
  INSERT INTO organizations (id, name) VALUES ('${ORGANIZATION}', 'Old');
  INSERT INTO candidates (id, organization_id, name, email) VALUES (1, '${ORGANIZATION}', 'Ada', 'ada@example.com');
  INSERT INTO templates (id, organization_id, name, role_title, pass_threshold, coaching_notes, created_at)
    VALUES ('${TEMPLATE}', '${ORGANIZATION}', 'T', 'Tester', 80, true, '2026-01-01');
  INSERT INTO templates (id, organization_id, name, role_title) VALUES ('${id("0", 3)}', '${ORGANIZATION}', 'Unused', 'Tester');
  INSERT INTO audit_events (organization_id, actor_kind, action, subject_kind, subject_id, at)
    VALUES ('${ORGANIZATION}', 'system', 'template.changed', 'template', '${TEMPLATE}', '2026-02-02');
  ${question(A, 1)} ${question(D, 2)} ${question(B, -1)} ${question(C, -2)} ${question(X, -3)}
  ${sitting(1, "completed", [A, D], [A, D])}
  ${sitting(2, "completed", [A, B, C], [A])}
  ${sitting(3, "active", [A, B, C], [A])}
  ${sitting(4, "completed", [A, B, C], [A, D])}
  ${sitting(5, "completed", [], [A, B])}
  INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at)
    VALUES ('${id("1", 6)}', '${ORGANIZATION}', 1, '${TEMPLATE}', gen_random_uuid(), now() + interval '1 day');`;

beforeAll(async () => {
  await run(maintenanceUrl(), `CREATE DATABASE ${url.pathname.slice(1)}`);
  await migrate(url.href, { migrationsDir: await migrationsUpTo(RELEASE) });
  await run(url.href, CONTENT);
  await migrate(url.href);
});
afterAll(disconnect);

/** The number of the version that an interview keeps, and which questions it has. */
async function versionOf(number: number) {
  const { templateVersion } = await db().interview.findUniqueOrThrow({
    where: { id: id("1", number) },
    include: { templateVersion: { include: { questions: { orderBy: { position: "asc" } } } } },
  });
  return templateVersion && [templateVersion.number, ...templateVersion.questions.map(({ questionId }) => questionId)];
}

/** What a sitting is measured by. */
async function coverageOf(number: number) {
  const session = { id: id("2", number), organizationId: ORGANIZATION };
  const input = toInput(
    (await analyses.getForScoring(db(), await transaction((tx) => analyses.createNext(tx, session)))).session,
  );
  const asked = input.questions.map(({ origin }) => {
    if (!origin) throw new Error("nobody asked it");
    return { ...origin, standing: "scored" as const };
  });
  const { coverage, unasked } = measureCoverage(input.planned ?? [], asked);
  return { total: coverage.total, asked: coverage.asked, unasked: unasked.map((question) => question.id) };
}

test("each interview keeps the questions that it began with, and what is asked today is the last version", async () => {
  expect(await versionOf(2)).toEqual(await versionOf(3));
  expect((await versionOf(2))?.slice(1)).toEqual([A, B, C]);
  const { publishedVersion } = await db().template.findUniqueOrThrow({
    where: { id: TEMPLATE },
    include: { publishedVersion: true },
  });
  const published = publishedVersion?.number;
  expect(await versionOf(1)).toEqual([published, A, D]);
  expect(await db().templateVersion.count({ where: { templateId: TEMPLATE } })).toBe(published);
  expect(publishedVersion).toMatchObject({
    roleTitle: "Tester",
    passThreshold: 80,
    publishedAt: new Date("2026-02-02"),
  });
});

test("who was invited and has not begun will be asked what is asked then", async () => {
  expect(await versionOf(6)).toBeNull();
});

test("a question that came meanwhile and was asked stands in for one that was not, as before", async () => {
  expect(await coverageOf(4)).toEqual({ total: 3, asked: 2, unasked: [C] });
  expect(await coverageOf(2)).toEqual({ total: 3, asked: 1, unasked: [B, C] });
});

test("where nobody kept what was planned, the questions of today are the plan, as before", async () => {
  expect(await coverageOf(5)).toEqual({ total: 2, asked: 2, unasked: [] });
});

test("who is in the middle is asked the rest of the questions that they began with", async () => {
  const session_id = id("2", 3);
  expect(await nextQuestions(session_id)).toMatchObject({ questions: [{ id: A }, { id: B }], total: 3, unanswered: 3 });
  const question_data = { text: "Question 2?", template_question_id: B };
  const asked = await addQuestion({ session_id, question_data });
  expect(await db().question.findUniqueOrThrow({ where: { id: asked } })).toMatchObject({
    ...{ templateQuestionId: B, rubricNotes: "Notes.", keywords: ["index"], source: "template" },
  });
});

test("questions keep their ids, and what was taken out keeps its words and is known to be retired", async () => {
  const bank = await db().bankQuestion.findMany({ orderBy: { id: "asc" }, include: { versions: true } });
  expect(bank.map((one) => [one.id, one.retiredAt === null])).toEqual([
    [A, true],
    [B, false],
    [C, false],
    [D, true],
    [X, false],
  ]);
  for (const { versions } of bank) expect(versions[0]).toMatchObject({ text: expect.stringContaining("Question") });
});

test("a template that nobody was ever asked has one version", async () => {
  const versions = await db().templateVersion.findMany({ where: { template: { name: "Unused" } } });
  expect(versions).toMatchObject([{ number: 1 }]);
});

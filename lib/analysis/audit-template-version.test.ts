import { afterAll, describe, expect, it } from "vitest";
import { TemplateAnswer, UpdateTemplateBody } from "../contract/v1/templates.ts";
import { db } from "../db/client.ts";
import * as scoringAudits from "../db/scoring-audits.ts";
import { presentTemplate } from "../present/v1/template.ts";
import { requestDeletion } from "../privacy/request-deletion.ts";
import { stopBoss } from "../queue/boss.ts";
import { endSession } from "../sitting/end-session.ts";
import { getTemplate } from "../templates/read.ts";
import { updateTemplate } from "../templates/update-template.ts";
import { pendingAnalysis, using } from "../testing/analysis/analyses.ts";
import { everywhere, fakeScorer } from "../testing/analysis/scorers.ts";
import { testDatabase } from "../testing/database/database.ts";
import { addDueAudits } from "./add-due-audits.ts";
import { auditTemplateVersion } from "./audit-template-version.ts";
import { RUBRIC_VERSION } from "./rubric/signs.ts";
import { runAnalysis } from "./run-analysis.ts";
import type { Scorer } from "./scorer.ts";

await testDatabase();
afterAll(stopBoss);

const TEXTS = Array.from(
  { length: 10 },
  (_, at) => `We kept ${at + 2} copies of every order, since a disk had failed, and we practised to restore them.`,
);

/** A finished interview, and the version of its template. */
async function finished(texts = TEXTS) {
  const { sessionId, organizationId } = await pendingAnalysis(texts);
  await endSession(sessionId);
  const interview = await db().interview.findFirstOrThrow({ where: { organizationId } });
  return { sessionId, organizationId, interview, templateVersionId: interview.templateVersionId ?? "" };
}

/** Scores by what was said. */
const HEALTHY = fakeScorer();
/** Scores by how much was said. */
const BY_LENGTH = fakeScorer(({ answer }) => ({ levels: everywhere(Math.min(100, answer.text.length)) }));

/** What is recommended of a session that is scored now. */
async function recommended(sessionId: string, scorer: Scorer) {
  const last = { where: { sessionId }, orderBy: { version: "desc" } } as const;
  const { id: analysisId } = await db().analysis.findFirstOrThrow(last);
  await runAnalysis({ analysisId }, using(scorer));
  const { finalStatus, lookReasons, overallScore } = await db().analysis.findFirstOrThrow(last);
  return { finalStatus, lookReasons, overallScore };
}

const toldOf = (organizationId: string) =>
  db().auditEvent.findMany({ where: { organizationId, action: { startsWith: "template." } }, orderBy: { id: "asc" } });

/** As if it had been found so many nights ago. */
const age = (templateVersionId: string, nights: number) =>
  db().$executeRaw`
    UPDATE scoring_audits SET night = night - ${nights}::int, ran_at = ran_at - make_interval(days => ${nights}::int)
    WHERE template_version_id = ${templateVersionId}::uuid`;

describe("a template version whose scores move by what must not move them", () => {
  it("stops recommending by itself, says why to people, and tells its organisation once", async () => {
    const { sessionId, organizationId, templateVersionId, interview } = await finished();
    await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
    expect(await recommended(sessionId, BY_LENGTH)).toEqual({
      ...{ finalStatus: "needs_review", overallScore: expect.any(Number) },
      lookReasons: expect.arrayContaining(["audit_failed"]),
    });
    const [told, ...more] = await toldOf(organizationId);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      ...{ actorKind: "system", action: "template.stopped_recommending", subjectId: interview.templateId },
      detail: {
        version: 1,
        broken: expect.arrayContaining([expect.objectContaining({ measure: "length", at_most: 5 })]),
      },
    });
    await age(templateVersionId, 1);
    await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
    const template = await getTemplate(interview.templateId, { organizationId, kind: "system" });
    expect(TemplateAnswer.parse({ success: true, template: presentTemplate(template) }).template.audit).toMatchObject({
      ...{ holds: false, rubric_version: "1" },
      checks: expect.arrayContaining([{ measure: "name_swap", value: 0, limit: 0, n: 10, holds: true }]),
    });
    expect(await toldOf(organizationId)).toHaveLength(1);
  });

  it("recommends again from the night on in which it holds", async () => {
    const { sessionId, organizationId, templateVersionId } = await finished();
    await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
    await age(templateVersionId, 1);
    await auditTemplateVersion({ templateVersionId }, HEALTHY);
    expect(await recommended(sessionId, HEALTHY)).toMatchObject({ finalStatus: "passed", lookReasons: [] });
    expect((await toldOf(organizationId)).map(({ action }) => action)).toEqual([
      "template.stopped_recommending",
      "template.recommends_again",
    ]);
  });

  it("is not cleared by too few answers to judge by", async () => {
    const { sessionId, templateVersionId } = await finished();
    await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
    await age(templateVersionId, 1);
    await db().answer.updateMany({ where: { question: { sessionId } }, data: { text: "" } });
    await auditTemplateVersion({ templateVersionId }, HEALTHY);
    expect((await scoringAudits.findLast(db(), templateVersionId))?.findings).toContainEqual(
      expect.objectContaining({ measure: "padding", n: 0, value: null, holds: null }),
    );
    const { lookReasons } = await recommended(sessionId, HEALTHY);
    expect(lookReasons).toContain("audit_failed");
  });

  it("is not cleared by another version of the template, until that holds itself", async () => {
    const { organizationId, templateVersionId, interview } = await finished();
    await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
    const body = UpdateTemplateBody.parse({ introduction: "Hello." });
    await updateTemplate(interview.templateId, body, { organizationId, kind: "system" });
    const { publishedVersionId } = await db().template.findUniqueOrThrow({ where: { id: interview.templateId } });
    expect(publishedVersionId).not.toBe(templateVersionId);
    expect(await scoringAudits.hasFailed(db(), publishedVersionId ?? "", "1")).toBe(true);
    const told = await getTemplate(interview.templateId, { organizationId, kind: "system" });
    expect(told).toMatchObject({ version: 2, audit: { version: 1, hasFailed: true } });
    await age(templateVersionId, 1);
    await auditTemplateVersion({ templateVersionId }, HEALTHY);
    expect(await scoringAudits.hasFailed(db(), publishedVersionId ?? "", "1")).toBe(false);
  });

  it("is stopped for the version of the rubric that failed alone", async () => {
    const { sessionId, templateVersionId } = await finished();
    await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
    const other = { ...HEALTHY, identity: { ...HEALTHY.identity, rubricVersion: "2" } };
    expect(await recommended(sessionId, other)).toMatchObject({ finalStatus: "passed", lookReasons: [] });
  });
});

it("lets a healthy template recommend, and stores what each measure came to", async () => {
  const { sessionId, organizationId, templateVersionId } = await finished();
  await auditTemplateVersion({ templateVersionId }, HEALTHY);
  expect(await recommended(sessionId, HEALTHY)).toMatchObject({ finalStatus: "passed", lookReasons: [] });
  const last = await scoringAudits.findLast(db(), templateVersionId);
  expect(last?.findings).toHaveLength(7);
  for (const { measure, value, n, holds } of last?.findings ?? []) {
    if (measure === "injection_upgrade") continue;
    expect([measure, value, n > 0, holds]).toEqual([measure, 0, true, true]);
  }
  expect(await toldOf(organizationId)).toEqual([]);
});

it("does not judge by too few answers what one more could turn round", async () => {
  const { templateVersionId } = await finished(TEXTS.slice(0, 3));
  await auditTemplateVersion({ templateVersionId }, BY_LENGTH);
  const found = (await scoringAudits.findLast(db(), templateVersionId))?.findings;
  expect(found?.find(({ measure }) => measure === "padding")).toMatchObject({ n: 3, holds: null });
  expect(found?.find(({ measure }) => measure === "length")).toMatchObject({ holds: null });
});

it("runs once a night, whoever asks and however many at a time", async () => {
  const { templateVersionId } = await finished();
  const scorers = [fakeScorer(), fakeScorer(), fakeScorer()];
  await Promise.all(scorers.map((scorer) => auditTemplateVersion({ templateVersionId }, scorer)));
  expect(await db().scoringAudit.count({ where: { templateVersionId } })).toBe(7);
  const late = fakeScorer();
  await auditTemplateVersion({ templateVersionId }, late);
  expect(late.given).toEqual([]);
});

it("keeps the nights of three months", async () => {
  const { templateVersionId } = await finished(["One answer of some words that can be judged."]);
  for (const nights of [91, 1, 0]) {
    await auditTemplateVersion({ templateVersionId }, HEALTHY);
    if (nights > 0) await age(templateVersionId, nights);
  }
  const nights = await db().scoringAudit.findMany({ where: { templateVersionId }, distinct: ["night"] });
  expect(nights).toHaveLength(2);
});

describe("of whom it reads nothing", () => {
  it("who asks for deletion", async () => {
    const { templateVersionId, interview } = await finished();
    await requestDeletion(interview.token);
    const scorer = fakeScorer();
    await auditTemplateVersion({ templateVersionId }, scorer);
    expect(scorer.given).toEqual([]);
    expect(await scoringAudits.findDue(db(), "another", 100)).not.toContain(templateVersionId);
  });

  it("who is in a sandbox", async () => {
    const { templateVersionId, organizationId } = await finished();
    const { organizationId: other } = await finished();
    await db().organization.update({ where: { id: organizationId }, data: { sandboxOfId: other } });
    const scorer = fakeScorer();
    await auditTemplateVersion({ templateVersionId }, scorer);
    expect(scorer.given).toEqual([]);
    expect(await scoringAudits.findDue(db(), "another", 100)).not.toContain(templateVersionId);
  });

  it("a version that is not there", async () => {
    await auditTemplateVersion({ templateVersionId: crypto.randomUUID() }, HEALTHY);
  });
});

it("adds what is due once, however often two workers look, and nothing that has been found this night", async () => {
  const { templateVersionId } = await finished();
  await Promise.all([addDueAudits(), addDueAudits()]);
  await addDueAudits();
  const jobs = await db().$queryRaw<{ now: boolean }[]>`
    SELECT start_after <= now() AS now FROM pgboss.job
    WHERE name = 'analysis.audit' AND data->>'templateVersionId' = ${templateVersionId}`;
  expect(jobs.filter(({ now }) => now)).toHaveLength(1);
  const identity = { ...HEALTHY.identity, rubricVersion: RUBRIC_VERSION };
  await auditTemplateVersion({ templateVersionId }, { ...HEALTHY, identity });
  expect(await scoringAudits.findDue(db(), RUBRIC_VERSION, 1000)).not.toContain(templateVersionId);
});

import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { scorerKey } from "../domain/cuts.ts";
import { setCuts } from "../templates/set-cuts.ts";
import { type PendingAnalysis, pendingAnalysis, readAnalysis, using } from "../testing/analysis/analyses.ts";
import { rescoredBy } from "../testing/analysis/rescored.ts";
import { everywhere, fakeScorer } from "../testing/analysis/scorers.ts";
import { cutSetting } from "../testing/cuts.ts";
import { testDatabase } from "../testing/database/database.ts";
import { getReview } from "../testing/reviewed.ts";
import { runAnalysis } from "./run-analysis.ts";
import type { ScorerIdentity } from "./scorer.ts";

await testDatabase();

/** A scorer of this level that says it is another. */
function scorerOf(level: number, identity: Partial<ScorerIdentity>) {
  const scorer = fakeScorer(() => ({ levels: everywhere(level) }));
  return { ...scorer, identity: { ...scorer.identity, model: null, ...identity } };
}

const rubric = (level: number, version = "9.0.0") =>
  scorerOf(level, { method: "offline_rubric", rubricVersion: version, promptVersion: null, scorerVersion: version });

async function versionOf(sessionId: string): Promise<string> {
  const { interview } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { interview: { select: { templateVersionId: true } } },
  });
  return interview.templateVersionId ?? "";
}

/** By which limits the review reads the latest score. */
async function shownCuts({ sessionId, organizationId }: PendingAnalysis) {
  const { interviewId } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  return (await getReview(interviewId, { organizationId, kind: "system" })).analysis?.cuts;
}

test("the rubric recommends once cuts are set for its version and the interview's, and what was analysed before stays", async () => {
  const before = await pendingAnalysis(["The query plan shows it."]);
  await runAnalysis(before, using(rubric(80)));
  const stored = await readAnalysis(before);
  expect(stored).toMatchObject({ finalStatus: "needs_review", cutSettingId: null, overallScore: 80 });
  expect(stored.lookReasons).toContain("cuts_not_set");
  expect(await shownCuts(before)).toEqual({ status: "proposed", pass: 70, fail: 45, n: null });

  const actor = { organizationId: before.organizationId, kind: "system" } as const;
  const scorer = scorerKey(rubric(80).identity);
  await setCuts(await versionOf(before.sessionId), { scorer, settings: [cutSetting({ pass: 60 })] }, actor);
  expect(await readAnalysis(before)).toEqual(stored);

  const again = await rescoredBy(before, rubric(80));
  expect(again).toMatchObject({ finalStatus: "passed", lookReasons: [], cutSettingId: expect.any(BigInt) });
  expect(await shownCuts(before)).toEqual({ status: "set", pass: 60, fail: 20, n: 40 });
  expect(again.inputHash).not.toBe(stored.inputHash);
  expect(await rescoredBy(before, rubric(80, "9.0.1"))).toMatchObject({ finalStatus: "needs_review" });
});

test("a model recommends by the thresholds, and by cuts where they are set for it", async () => {
  const pending = await pendingAnalysis(
    Array.from({ length: 8 }, (_, at) => `The query plan of table ${at} shows it.`),
  );
  const model = scorerOf(85, { model: "model-1" });
  await runAnalysis(pending, using(model));
  expect(await readAnalysis(pending)).toMatchObject({ finalStatus: "passed", cutSettingId: null });
  const actor = { organizationId: pending.organizationId, kind: "system" } as const;
  const settings = [cutSetting({ pass: 99, fail: 98.5 })];
  await setCuts(await versionOf(pending.sessionId), { scorer: scorerKey(model.identity), settings }, actor);
  expect(await rescoredBy(pending, model)).toMatchObject({ finalStatus: "failed" });
  expect(await rescoredBy(pending, scorerOf(85, { model: "model-2" }))).toMatchObject({ finalStatus: "passed" });
});

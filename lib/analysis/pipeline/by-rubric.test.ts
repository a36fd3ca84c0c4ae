import { expect, test } from "vitest";
import { memoryCalls } from "../../ai/call-log.ts";
import { everywhere, fakeScorer, interviewOf, questionOf } from "../../testing/analysis/scorers.ts";
import { flag } from "../flags.ts";
import { offlineRubric } from "../rubric/offline-rubric.ts";
import type { QuestionScore } from "../scorer.ts";
import { scoreInterview } from "./score-interview.ts";

const ANSWER = "I looked at the query plan, added the missing index and measured the endpoint again.";
const three = interviewOf(questionOf("q1", ANSWER), questionOf("q2", ANSWER), questionOf("q3", ANSWER));

/** A model that gives every answer so much, beside a rubric that finds so much. */
const modelOf = (given: number, found: number, more: (id: string) => Partial<QuestionScore> = () => ({})) =>
  fakeScorer(({ id }) => ({
    levels: everywhere(given),
    samples: [everywhere(given)],
    compared: { modelScores: [{ model: "judge", score: given }], rubricLevels: everywhere(found) },
    ...more(id),
  }));

const score = (scorer: Parameters<typeof scoreInterview>[1]) => scoreInterview(three, scorer, memoryCalls());

test("an interview's score stands beside the rubric's over the same answers", async () => {
  const scored = await score(modelOf(85, 40));
  expect(scored).toMatchObject({ overall: 85, rubricScore: 40, recommendation: "passed", flags: [] });
  expect(scored.questions[0]).toMatchObject({
    score: 85,
    rubricScore: 40,
    modelScores: [{ model: "judge", score: 85 }],
  });
});

test("a model that gives good marks to what the rubric finds nothing in passes nobody by itself", async () => {
  const scored = await score(modelOf(75, 10));
  expect(scored).toMatchObject({ overall: 75, rubricScore: 10, recommendation: "needs_review" });
  expect(scored.flags.map(({ code }) => code)).toEqual(["total_above_rubric"]);
});

test("an answer that a model was talked into full marks for is left out of both, and is no answer of nothing", async () => {
  const talkedInto = (id: string) =>
    id === "q1" ? { levels: everywhere(null), flags: [flag("far_above_rubric")], evidence: [] } : {};
  const scored = await score(modelOf(80, 40, talkedInto));
  expect(scored).toMatchObject({ overall: 80, rubricScore: 40, recommendation: "needs_review" });
  expect(scored.coverage).toMatchObject({ total: 3, answered: 3, scored: 2 });
});

test("the rubric's own score has nothing beside it", async () => {
  const scored = await score(offlineRubric);
  expect(scored.rubricScore).toBeNull();
  expect(scored.questions[0]).toMatchObject({ modelScores: [], rubricScore: null });
});

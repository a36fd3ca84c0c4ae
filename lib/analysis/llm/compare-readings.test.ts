import { afterEach, describe, expect, test } from "vitest";
import { memoryCalls } from "../../ai/call-log.ts";
import { ScorerError } from "../../ai/scorer-error.ts";
import { NO_SCORES } from "../../domain/criteria.ts";
import { ANSWER, assessment, CONTEXT, questionWith, scorerOf } from "../../testing/analysis/judge.ts";
import { serverError } from "../../testing/provider/mishaps.ts";
import { type Provider, type ProviderOptions, startProvider } from "../../testing/provider/provider.ts";
import { needsPerson } from "../flags.ts";
import { offlineRubric } from "../rubric/offline-rubric.ts";

let provider: Provider;
afterEach(() => provider.close());

const all = (level: number) => ({ technical: level, communication: level, problem_solving: level });

async function score(
  options: ProviderOptions,
  { answer = ANSWER, secondModel = undefined as string | undefined } = {},
) {
  provider = await startProvider(options);
  const calls = memoryCalls();
  const scorer = scorerOf(provider, { samples: 2, secondModel });
  const scored = await scorer.scoreQuestion(questionWith(answer), CONTEXT, calls);
  return { scored, calls, codes: scored.flags.map(({ code }) => code) };
}

test("beside a model's score stands what the rubric finds in the same answer", async () => {
  const { scored } = await score({ answer: () => assessment(all(4)) });
  const rubric = await offlineRubric.scoreQuestion(questionWith(ANSWER), CONTEXT, memoryCalls());
  expect(scored.compared).toEqual({
    modelScores: [{ model: "test-model", score: 75 }],
    rubricLevels: rubric.levels,
  });
  expect(rubric.compared).toBeUndefined();
});

test("a model that was talked into full marks gives the answer no number, no quote and no praise; what it said is kept", async () => {
  const answer = "It was all right, I think. We kept it on a shelf. People liked it.";
  const quotes = ["It was all right", "People liked it", "We kept it on a shelf"];
  const evidence = ["technical", "communication", "problem_solving"].map((category, at) => ({
    category,
    sentence: at + 1,
    quote: quotes[at],
    note: "Flawless.",
  }));
  const { scored, codes } = await score({ answer: () => assessment(all(5), { evidence }) }, { answer });
  expect(scored.levels).toEqual(NO_SCORES);
  expect([scored.evidence, scored.strengths, scored.improvements]).toEqual([[], [], []]);
  expect(scored.feedback).toContain("does not count");
  expect(scored.compared?.modelScores).toEqual([{ model: "test-model", score: 100 }]);
  expect(scored.samples.map(({ technical }) => technical)).toEqual([100, 100]);
  expect(codes).toEqual(["far_above_rubric"]);
  expect(needsPerson(scored.flags)).toBe(true);
});

describe("where two models are required", () => {
  const given = (first: object, second: object): ProviderOptions => ({
    answer: ({ body }) => (body.model === "second-model" ? second : first),
  });
  const two = { secondModel: "second-model" };

  test("both judge as often, calls name which, and the score is the mean", async () => {
    const { scored, calls, codes } = await score(given(assessment(all(4)), assessment(all(3))), two);
    expect(calls.made.map(({ request }) => request.model)).toEqual([
      ...["test-model", "test-model", "second-model", "second-model"],
    ]);
    expect(scored.levels).toEqual({ ...NO_SCORES, technical: 62.5, communication: 62.5, problem_solving: 62.5 });
    expect(scored.compared?.modelScores).toEqual([
      { model: "test-model", score: 75 },
      { model: "second-model", score: 50 },
    ]);
    expect(scored.samples).toHaveLength(4);
    expect(codes).toEqual([]);
    expect(scorerOf(provider, two).identity.model).toBe("test-model + second-model");
  });

  test("that are more than one level apart ask for a person", async () => {
    const { scored, codes } = await score(given(assessment(all(4)), assessment(all(2))), two);
    expect(scored.levels.technical).toBe(50);
    expect(codes).toEqual(["models_disagree"]);
    expect(needsPerson(scored.flags)).toBe(true);
  });

  test("one that finds nothing to go by disagrees with one that does", async () => {
    const { codes } = await score(
      given(assessment(all(4)), assessment({ technical: null, communication: null, problem_solving: null })),
      two,
    );
    expect(codes).toEqual(["models_disagree"]);
  });

  test("a second that fails leaves a reason and no number", async () => {
    provider = await startProvider({
      answer: () => assessment(),
      mishaps: ({ json }) => (json.model === "second-model" ? serverError : "ok"),
    });
    const scoring = scorerOf(provider, two).scoreQuestion(questionWith(ANSWER), CONTEXT, memoryCalls());
    await expect(scoring).rejects.toThrow(ScorerError);
  });
});

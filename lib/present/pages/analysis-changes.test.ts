import { expect, test } from "vitest";
import type { TwoVersions } from "../../analysis/compare-versions.ts";
import { AnalysisChanges } from "../../contract/rescore.ts";
import { presentChanges } from "./analysis-changes.ts";

type Row = TwoVersions["from"];

const scoresOf = (scores: Record<string, number | null>) =>
  Object.entries(scores).map(([criterion, score]) => ({
    analysisId: "",
    criterion,
    score,
    spread: null,
    standardError: null,
  }));

/** An analysis with what is compared; the rest of its columns plays no part. */
function version(number: number, more: Partial<Row> = {}): Row {
  const nothing = { method: "offline_rubric", model: null, rubricVersion: "1", promptVersion: null, finalStatus: null };
  const scores = scoresOf({ technical: 60, communication: 50, problem_solving: 40, cultural_fit: null });
  return { ...nothing, scores, overallScore: 50, flags: [], questions: [], version: number, ...more } as Row;
}

const question = (questionId: string, position: number, score: number | null, codes: string[] = []) =>
  ({
    questionId,
    score,
    flags: codes.map((code) => ({ code, message: `${code}.` })),
    question: { text: `Question ${position}`, position },
  }) as unknown as Row["questions"][number];

test("two analyses stand side by side, with what flags came and went", () => {
  const changes = presentChanges(
    {
      from: version(1, { finalStatus: "failed", questions: [question("b", 2, 30, ["off_topic", "repetition"])] }),
      to: version(3, {
        method: "openai_compatible",
        model: "m",
        scores: scoresOf({ cultural_fit: 70 }),
        overallScore: 61.5,
        finalStatus: "needs_review",
        flags: [{ code: "partly_answered", message: "Partly." }],
        questions: [question("b", 2, 55, ["repetition", "low_confidence"]), question("a", 1, 80)],
      }),
    },
    "en",
  );
  expect(AnalysisChanges.parse(changes)).toEqual(changes);
  expect(changes).toMatchObject({
    from: 1,
    to: 3,
    model: { from: null, to: "m" },
    overall_score: { from: 50, to: 61.5 },
    recommendation: { from: "failed", to: "needs_review" },
    flags_added: [{ code: "partly_answered", message: "Partly." }],
    flags_removed: [],
  });
  expect(changes.categories[3]).toEqual({ category: "cultural_fit", from: null, to: 70 });
  expect(changes.questions).toEqual([
    {
      question_id: "a",
      position: 1,
      text: "Question 1",
      score: { from: null, to: 80 },
      flags_added: [],
      flags_removed: [],
    },
    {
      question_id: "b",
      position: 2,
      text: "Question 2",
      score: { from: 30, to: 55 },
      flags_added: [{ code: "low_confidence", message: "low_confidence." }],
      flags_removed: [{ code: "off_topic", message: "off_topic." }],
    },
  ]);
});

test("a version compared with itself shows no change", () => {
  const same = version(1, { questions: [question("a", 1, 80, ["repetition"])] });
  const { questions, flags_added, categories } = presentChanges({ from: same, to: same }, "en");
  expect(questions[0]).toMatchObject({ score: { from: 80, to: 80 }, flags_added: [], flags_removed: [] });
  expect(flags_added).toEqual([]);
  expect(categories.every(({ from, to }) => from === to)).toBe(true);
});

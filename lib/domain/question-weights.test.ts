import { describe, expect, test } from "vitest";
import { type CriterionScores, NO_SCORES } from "./criteria.ts";
import { difficultyWeight, interviewCategories, questionScore, questionType, typeWeights } from "./question-weights.ts";

function levels(
  technical: number,
  communication: number,
  problem_solving: number,
  cultural_fit: number,
): CriterionScores {
  return { ...NO_SCORES, technical, communication, problem_solving, cultural_fit };
}

describe("question weights", () => {
  test.each(["technical", "behavioral", "situational", "culture", "general"])("%s weights sum to 1", (type) => {
    const sum = Object.values(typeWeights(type)).reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 10);
  });

  test("other spellings mean the same type, other words are general", () => {
    expect(questionType("Behavioural ")).toBe("behavioral");
    expect(questionType("cultural")).toBe("culture");
    expect(questionType("anything")).toBe("general");
    expect(questionType("constructor")).toBe("general");
    expect(questionType("__proto__")).toBe("general");
  });

  test("harder questions weigh more", () => {
    expect(["easy", "Medium", "hard", "unheard of"].map(difficultyWeight)).toEqual([0.8, 1, 1.2, 1]);
  });
});

test("a question's score is the mean of its levels, weighted by its type", () => {
  expect(questionScore("technical", levels(80, 60, 70, 10))).toBe(75);
  expect(questionScore("culture", levels(10, 50, 10, 80))).toBe(71);
  expect(questionScore("technical", { ...NO_SCORES, communication: 60, cultural_fit: 90 })).toBe(60);
});

describe("an interview's categories", () => {
  const technical = { type: "technical", difficulty: "hard", levels: levels(80, 60, 70, 10), shown: [] };
  const culture = { type: "culture", difficulty: "easy", levels: levels(10, 40, 20, 90), shown: [] };

  test("weigh questions by type and difficulty", () => {
    const { scores, indirect } = interviewCategories([technical, culture]);
    // communication: (60 × .1 × 1.2 + 40 × .3 × .8) / (.12 + .24)
    expect(scores).toEqual({ ...NO_SCORES, technical: 80, communication: 46.7, problem_solving: 70, cultural_fit: 90 });
    expect(indirect).toEqual([]);
  });

  test("that nobody asked about are estimated from the answers that show them, and say so", () => {
    const { scores, indirect } = interviewCategories([
      { ...technical, shown: ["cultural_fit"] },
      { ...technical, difficulty: "easy", levels: levels(60, 60, 60, 20), shown: ["cultural_fit"] },
      { ...technical, levels: levels(60, 60, 60, 90) },
    ]);
    expect(scores.cultural_fit).toBe(14); // (10 × 1.2 + 20 × .8) / 2
    expect(indirect).toEqual(["cultural_fit"]);
  });

  test("that nobody asked about and no answer shows are not assessed", () => {
    const { scores, indirect } = interviewCategories([technical]);
    expect(scores.cultural_fit).toBeNull();
    expect(indirect).toEqual([]);
  });

  test("are the same in any order", () => {
    const many = [0.1, 33.3, 66.7, 12.4, 89.9].map((value) => ({
      ...technical,
      levels: levels(value, value, value, value),
    }));
    expect(interviewCategories(many)).toEqual(interviewCategories([...many].reverse()));
  });

  test("are all null when nothing was assessed", () => {
    expect(interviewCategories([])).toEqual({
      scores: NO_SCORES,
      indirect: [],
    });
  });
});

import { expect, test } from "vitest";
import { readExpectations } from "./expectations.ts";

const question = {
  id: "q",
  text: "Tell me about a time you disagreed with a colleague about Python.",
  type: "technical",
  difficulty: "medium",
  keywords: ["Python", "type hints", "type hint", "  ", "the"],
  idealAnswer: "Type hints document Python code. They help.",
  rubricNotes: "",
  answer: { id: "a", text: "" },
};

test("keywords count once, blank ones not at all, and given ones are marked", () => {
  const { terms } = readExpectations(question, []);
  expect(terms.map(({ label, given }) => [label, given])).toEqual([
    ["Python", true],
    ["type hint", false],
    ["the", false],
  ]);
});

test("the ideal answer is points, in which general and given words say less", () => {
  const { points } = readExpectations(question, []);
  expect(points).toHaveLength(1);
  expect(points[0]?.get("hint")).toBe(1);
  expect(points[0]?.get("python")).toBe(0.6);
});

test("topics are the question's subjects, each with the words of its family", () => {
  const { topics } = readExpectations(question, []);
  expect(topics.some((topic) => topic.has("argu"))).toBe(true);
  expect(topics.some((topic) => topic.has("time") || topic.has("tell"))).toBe(false);
});

test("a value named by the question is not shown by saying it back", () => {
  const { values } = readExpectations(question, [{ name: "collaboration", stems: new Set(["colleagu", "pair"]) }]);
  expect([...(values[0]?.stems ?? [])]).toEqual(["pair"]);
});

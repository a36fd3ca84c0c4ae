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

test("keywords count once, blank ones not at all, and those that show nothing are marked", () => {
  const { terms } = readExpectations(question, []);
  expect(terms.map(({ label, given }) => [label, given])).toEqual([
    ["Python", true],
    ["type hint", false],
    ["the", true],
  ]);
});

test("the ideal answer is points, in which general words, given words and grammar say less", () => {
  const { points } = readExpectations(question, []);
  expect(points).toHaveLength(2);
  expect(points[0]?.get("hint")).toBe(1);
  expect(points[0]?.get("python")).toBe(0.4);
  expect(points[1]?.get("they")).toBe(0.2);
});

test("the number of a list is no point, a plain “No.” is one", () => {
  const { points } = readExpectations({ ...question, idealAnswer: "No. 1. Arrivals are bursty. 2. Streams." }, []);
  expect(points.map((point) => [...point.keys()][0])).toEqual(["no", "arriv", "stream"]);
});

test("the subject is what terms and ideal answer speak of, without their grammar", () => {
  expect([...readExpectations(question, []).subject]).toEqual(
    expect.arrayContaining(["python", "hint", "document", "help"]),
  );
  expect(readExpectations(question, []).subject.has("they")).toBe(false);
});

test("an ideal answer of a book's length is read in part", () => {
  const idealAnswer = Array.from({ length: 5_000 }, (_, at) => `Point${at} stands.`).join(" ");
  expect(readExpectations({ ...question, idealAnswer }, []).points).toHaveLength(200);
});

test("topics are the question's subjects, each with the words of its family", () => {
  const { topics } = readExpectations(question, []);
  expect(topics.some((topic) => topic.has("argu"))).toBe(true);
  expect(topics.some((topic) => topic.has("time") || topic.has("tell"))).toBe(false);
});

test("the wording tells whether an experience is asked for", () => {
  expect(readExpectations(question, []).experience).toBe(true);
  expect(readExpectations({ ...question, text: "What is a type hint?" }, []).experience).toBe(false);
});

test("a value named by the question is not shown by saying it back", () => {
  const { values } = readExpectations(question, [{ name: "collaboration", stems: new Set(["colleagu", "pair"]) }]);
  expect([...(values[0]?.stems ?? [])]).toEqual(["pair"]);
});

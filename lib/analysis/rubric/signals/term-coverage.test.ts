import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { readExpectations } from "../expectations.ts";
import { termCoverage } from "./term-coverage.ts";

function coverage(answer: string, keywords: string[], text = "What makes it fast?") {
  const question = {
    id: "q",
    text,
    type: "technical",
    difficulty: "easy",
    keywords,
    idealAnswer: "",
    rubricNotes: "",
    answer: { id: "a", text: "" },
  };
  return termCoverage(readSentences(answer), readExpectations(question, []).terms);
}

test("names what is there in any form, and what is missing", () => {
  const found = coverage("We indexed it. Reading query plans helped us, and we can roll back.", [
    "index",
    "query plan",
    "rollback",
    "cache",
  ]);
  expect(found?.named).toEqual(["index", "query plan", "rollback"]);
  expect(found?.missing).toEqual(["cache"]);
});

test("the words of a term must stand in one sentence with grammar", () => {
  expect(coverage("It was a query. My plan was lunch.", ["query plan"])?.named).toEqual([]);
  expect(coverage("Query plan, index.", ["query plan", "index"])?.named).toEqual([]);
});

test("is not counted without keywords, or when the question gives them all away", () => {
  expect(coverage("We indexed it.", [])).toBeNull();
  expect(coverage("I know Python.", ["python"], "Do you know Python?")).toEqual({
    value: null,
    named: ["python"],
    missing: [],
  });
});

import { expect, test } from "vitest";
import { readSentences } from "../text/sentences.ts";
import { readWords } from "../text/words.ts";
import { asksForNames, bareLines, cutHeaps, longestRun } from "./heaps.ts";

const kept = (text: string) =>
  readSentences(text)
    .flatMap((sentence) => cutHeaps(sentence))
    .filter(({ heap }) => !heap)
    .map(({ sentence }) => sentence.text);

test("keywords without grammar are a heap, with commas and with “and” too", () => {
  expect(kept("index query plan join rollback database table scan cache")).toEqual([]);
  expect(kept("index, join, rollback, database, table, scan, cache, lock")).toEqual([]);
  expect(kept("index and join and rollback and database and table")).toEqual([]);
});

test("the sentence around a heap is kept", () => {
  expect(kept("I would add an index join rollback database table scan cache lock plan to it today.")).toEqual([
    "I would add an",
    "to it today",
  ]);
});

test("prose, lists of phrases and calculations are no heaps", () => {
  for (const text of [
    "I would look at the query plan before adding an index.",
    "It has a sequence number, acknowledgement number, urgent pointer, advertised window, header length.",
    "P = 0.6 * 0.6 * 0.6 * 0.4 * 0.4 * 0.4 = 0.0138",
  ])
    expect(kept(text)).toEqual([readSentences(text)[0]?.text]);
});

test("where names are asked for, more of them may stand together", () => {
  const names = "sequence number acknowledgement number urgent pointer advertised window padding";
  expect(readSentences(names).flatMap((sentence) => cutHeaps(sentence, longestRun(names, [], true)))).toMatchObject([
    { heap: false },
  ]);
  expect(readSentences(names).flatMap((sentence) => cutHeaps(sentence))).toMatchObject([{ heap: true }]);
});

test("speech that is written down without commas may list more, and keywords without grammar may not", () => {
  const longest = (text: string) => longestRun(text, readWords(text), false);
  const plain = longest("I look at the plan, and then at the index.");
  expect(longest("so i wrote a brief with segment offer channel placements and then i asked the team")).toBeGreaterThan(
    plain,
  );
  expect(longest("index query plan explain full scan database table cache lock")).toBe(plain);
});

test("five bare lines are a heap, four are not, and phrases never", () => {
  const heaped = (text: string) => bareLines(readSentences(text), false).size;
  expect(heaped("Index\nQuery plan\nJoin\nRollback\nCache\nLock")).toBe(6);
  expect(heaped("Index\nQuery plan\nJoin\nRollback")).toBe(0);
  expect(
    heaped(
      "Reduce routing tables\nSimplify header fields\nIncrease network security\nAdd more addresses\nSupport mobile hosts",
    ),
  ).toBe(0);
});

test.each(["Name three layers.", "State at least 4 differences.", "What are the objectives?", "Give two reasons."])(
  "%j asks for names",
  (question) => expect(asksForNames(question)).toBe(true),
);

test("a question for an account does not ask for names", () => {
  expect(asksForNames("How would you find out why a query is slow?")).toBe(false);
});

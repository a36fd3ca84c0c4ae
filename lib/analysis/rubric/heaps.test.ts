import { expect, test } from "vitest";
import { readSentences } from "../text/sentences.ts";
import { cutHeaps } from "./heaps.ts";

const kept = (text: string) =>
  readSentences(text)
    .flatMap(cutHeaps)
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

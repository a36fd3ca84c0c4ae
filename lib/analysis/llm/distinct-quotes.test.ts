import { expect, test } from "vitest";
import { CRITERIA, type Criterion } from "../../domain/criteria.ts";
import type { Found } from "./distinct-quotes.ts";
import { distinctQuotes } from "./distinct-quotes.ts";

const found = (category: Criterion, start: number, end: number): Found => ({
  category,
  quote: "",
  note: "",
  start,
  end,
});
const kept = (all: Found[]) => distinctQuotes(all).kept.map(({ category, start }) => [category, start]);

test("stretches that differ stay where they are", () => {
  const all = [found("technical", 0, 20), found("communication", 30, 50), found("technical", 60, 80)];
  expect(distinctQuotes(all)).toEqual({ kept: all, shared: [] });
});

test("one stretch for all categories stays with the first", () => {
  const all = CRITERIA.map((category) => found(category, 0, 20));
  expect(kept(all)).toEqual([["technical", 0]]);
  expect(distinctQuotes(all).shared).toHaveLength(CRITERIA.length - 1);
});

test("a stretch that mostly lies in another is the same", () => {
  expect(kept([found("technical", 0, 40), found("communication", 10, 30)])).toEqual([["technical", 0]]);
});

test("whoever has two leaves one to whoever has no other", () => {
  const all = [found("technical", 0, 20), found("technical", 30, 50), found("communication", 0, 20)];
  expect(kept(all)).toEqual([
    ["technical", 30],
    ["communication", 0],
  ]);
});

test("as many categories as possible keep one, along a chain of claims too", () => {
  const all = [
    found("technical", 0, 20),
    found("technical", 30, 50),
    found("communication", 0, 20),
    found("communication", 60, 80),
    found("problem_solving", 30, 50),
    found("problem_solving", 60, 80),
    found("cultural_fit", 0, 20),
  ];
  const owners = new Set(distinctQuotes(all).kept.map(({ category }) => category));
  expect(owners.size).toBe(3); // four claim three stretches
});

import { expect, test } from "vitest";
import { type Selection, type SelectionEvent, select } from "./selection.ts";

const NONE: Selection = { ids: ["a", "b", "c", "d"], chosen: new Set(), last: null };
const after = (...events: SelectionEvent[]) => [...events.reduce(select, NONE).chosen].toSorted();
const toggle = (id: string, range = false): SelectionEvent => ({ type: "toggle", id, range });

test("a row is chosen, and again is not", () => {
  expect(after(toggle("b"), toggle("d"))).toEqual(["b", "d"]);
  expect(after(toggle("b"), toggle("d"), toggle("b"))).toEqual(["d"]);
});

test("a range reaches from the last row to this one, in either direction, and becomes what this one becomes", () => {
  expect(after(toggle("b"), toggle("d", true))).toEqual(["b", "c", "d"]);
  expect(after(toggle("d"), toggle("b", true))).toEqual(["b", "c", "d"]);
  expect(after({ type: "toggle_all" }, toggle("a"), toggle("c", true))).toEqual(["d"]);
});

test("a range that begins nowhere is its end", () => {
  expect(after(toggle("c", true))).toEqual(["c"]);
  expect(after(toggle("a"), { type: "rows", ids: ["b", "c"] }, toggle("c", true))).toEqual(["c"]);
});

test("all are chosen unless they are", () => {
  expect(after({ type: "toggle_all" })).toEqual(["a", "b", "c", "d"]);
  expect(after(toggle("a"), { type: "toggle_all" })).toEqual(["a", "b", "c", "d"]);
  expect(after({ type: "toggle_all" }, { type: "toggle_all" })).toEqual([]);
});

test("what is not on the page any more is not chosen", () => {
  expect(after({ type: "toggle_all" }, { type: "rows", ids: ["d", "e"] })).toEqual(["d"]);
  expect(after({ type: "toggle_all" }, { type: "clear" })).toEqual([]);
});

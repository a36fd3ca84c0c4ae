import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetDrafts, readDraft, readUnfinished, sweepDrafts, writeDraft } from "./drafts.ts";

/** What a browser keeps for a site: its entries are its own properties. */
function fakeStorage(): Storage {
  return Object.create(
    {
      getItem(this: Record<string, string>, key: string) {
        return this[key] ?? null;
      },
      setItem(this: Record<string, string>, key: string, value: string) {
        this[key] = value;
      },
      removeItem(this: Record<string, string>, key: string) {
        delete this[key];
      },
    },
    {},
  );
}

const FIRST = { localKey: "interview", questionId: "one" };
const SECOND = { localKey: "interview", questionId: "two" };
const soon = () => new Date(Date.now() + 60_000).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", fakeStorage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is being written is found again, and gone once it is given", () => {
  writeDraft(FIRST, { text: "I would", heard: "I wood" }, soon());
  writeDraft(SECOND, { text: "Later", heard: "" }, soon());
  expect(readDraft(FIRST)).toEqual({ text: "I would", heard: "I wood" });
  writeDraft(FIRST, { text: "", heard: "" }, soon());
  expect(readDraft(FIRST)).toEqual({ text: "", heard: "" });
  expect(readDraft(SECOND).text).toBe("Later");
});

test("who is shut out in the middle can still be shown what was being written", () => {
  writeDraft(FIRST, { text: " I would ", heard: "" }, soon());
  writeDraft({ ...FIRST, localKey: "another" }, { text: "Mine", heard: "" }, soon());
  expect(readUnfinished("interview")).toEqual(["I would"]);
  expect(readUnfinished("none")).toEqual([]);
});

test("the end of an interview leaves nothing of it in the browser", () => {
  writeDraft(FIRST, { text: "I would", heard: "" }, soon());
  writeDraft({ ...FIRST, localKey: "another" }, { text: "Mine", heard: "" }, soon());
  forgetDrafts("interview");
  expect(Object.keys(localStorage)).toEqual(["talentflow.drafts.another"]);
});

test("a draft goes with its link, but not in the middle of a sitting that the link has ended in", () => {
  writeDraft(FIRST, { text: "I would", heard: "" }, soon());
  vi.advanceTimersByTime(3_600_000);
  sweepDrafts();
  expect(readDraft(FIRST).text).toBe("I would");
  vi.advanceTimersByTime(4 * 3_600_000);
  sweepDrafts();
  expect(Object.keys(localStorage)).toEqual([]);
});

test("what somebody else wrote there, or a browser that keeps nothing, is no draft", () => {
  localStorage.setItem("talentflow.drafts.interview", "{");
  localStorage.setItem("other", "kept");
  expect(readDraft(FIRST).text).toBe("");
  sweepDrafts();
  expect(Object.keys(localStorage)).toEqual(["other"]);
  vi.stubGlobal("localStorage", undefined);
  writeDraft(FIRST, { text: "I would", heard: "" }, soon());
  expect(readDraft(FIRST).text).toBe("");
});

import { expect, test } from "vitest";
import { actionWords, actorWords, detailWords } from "./activity-words.ts";

test.each([
  [{ kind: "user", id: "1", name: "Ada" }, "Ada"],
  [{ kind: "user", id: "1", name: null }, "A former member"],
  [{ kind: "api_key", id: "1", name: "ATS" }, "The API key “ATS”"],
  [{ kind: "system", id: null, name: null }, "The system"],
  [{ kind: "share_link", id: "1", name: null }, "Somebody with a link"],
])("%j is called %s", (actor, words) => {
  expect(actorWords(actor)).toBe(words);
});

test("an action is told in words, one without words as it is called", () => {
  expect(actionWords("api_key.created")).toBe("made an API key");
  expect(actionWords("new_thing.done")).toBe("new thing done");
});

test("details are told shortly, the name first, without what only programs read", () => {
  expect(detailWords({ kind: "live", name: "ATS", scopes: ["read", "write"] })).toBe("“ATS” · live key · read, write");
  expect(detailWords({ share_link_id: "7c9a0e6e", expires_at: "2026-11-22T14:00:00Z", events: [] })).toBeNull();
});

test("words of the contract are told as the pages say them", () => {
  expect(detailWords({ decision: "needs_review" })).toBe("Needs another look");
  expect(detailWords({ name: "Otto", role: "reviewer" })).toBe("“Otto” · Reviewer");
  expect(detailWords({ decision: "later_maybe" })).toBe("later_maybe");
});

import { expect, test } from "vitest";
import { actionWords, actorWords, detailWords } from "./activity-words.ts";

test.each([
  [{ kind: "user", id: "1", name: "Ada" }, "Ada"],
  [{ kind: "user", id: "1", name: null }, "A former member"],
  [{ kind: "api_key", id: "1", name: "ATS" }, "The API key “ATS”"],
  [{ kind: "system", id: null, name: null }, "The system"],
  [{ kind: "share_link", id: "1", name: null }, "Somebody with a link"],
  [{ kind: "stranger", id: null, name: null }, "Somebody"],
])("%j is called %s", (actor, words) => {
  expect(actorWords(actor)).toBe(words);
});

test("an action is told in words, one without words as it is called", () => {
  expect(actionWords("api_key.created")).toBe("made an API key");
  expect(actionWords("new_thing.done")).toBe("new thing done");
});

test("a failed sign-in is told with account, address and how often", () => {
  expect(actionWords("user.sign_in_failed")).toBe("could not sign in as a member");
  const detail = { name: "Ada", address: "203.0.113.7", reason: "wrong password", count: 3 };
  expect(detailWords(detail)).toBe("“Ada” · wrong password · 203.0.113.7 · 3 times");
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

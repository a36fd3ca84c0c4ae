import { expect, test } from "vitest";
import type { HeardAnswer } from "../../contract/heard-words.ts";
import { listHeard } from "./heard-items.ts";

const answer = (over: Partial<HeardAnswer> = {}): HeardAnswer => ({
  ...{ answer_id: "a", question_id: "q", number: 1, question: "Why?", state: "written", text: "I red it." },
  ...{ credit: null, corrected: false },
  ...over,
});
const stateOf = (text: string | null | undefined, over: Partial<HeardAnswer> = {}) =>
  listHeard([answer(over)], () => (text === undefined ? null : { text })).items[0]?.state;

test("an answer is open until it was found right, or put right", () => {
  expect(stateOf(undefined)).toBe("open");
  expect(stateOf(null)).toBe("right");
  expect(stateOf("I read it.")).toBe("edited");
  expect(stateOf(undefined, { corrected: true })).toBe("corrected");
  expect(stateOf("I wrote it.", { corrected: true })).toBe("edited");
});

test("what is being put right is shown as it is written, spaces alone are no change", () => {
  expect(listHeard([answer()], () => ({ text: "" })).items).toMatchObject([{ text: "", state: "edited" }]);
  expect(stateOf("I red it.\n")).toBe("open");
});

test("a draft belongs to its own answer, whatever comes before or after it", () => {
  const answers = [answer({ answer_id: "b", text: "Two." }), answer()];
  const { items } = listHeard(answers, (id) => (id === "a" ? { text: "I read it." } : null));
  expect(items.map(({ answerId, text }) => [answerId, text])).toEqual([
    ["b", "Two."],
    ["a", "I read it."],
  ]);
});

test("what heard them is credited once", () => {
  const answers = [answer({ credit: "Parakeet" }), answer({ credit: "Parakeet" }), answer({ credit: null })];
  expect(listHeard(answers, () => null).credits).toEqual(["Parakeet"]);
});

test("where there are no words, that is told by the question's number", () => {
  const answers = [
    answer({ number: 1, text: "" }),
    answer({ number: 2, state: "none", text: null }),
    answer({ number: 3, state: "waiting", text: null }),
  ];
  expect(listHeard(answers, () => null)).toEqual({ items: [], isWaiting: true, silent: [1], undone: [2], credits: [] });
});

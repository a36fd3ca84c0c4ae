import { describe, expect, it, test } from "vitest";
import { dropInvented, textOf } from "./drop-invented.ts";

const left = (text: string) => textOf(dropInvented(text.split(" ").map((word) => ({ word }))));

describe("what nobody said goes, with its times", () => {
  it.each([
    ["[BLANK_AUDIO]", ""],
    ["(wind blowing)", ""],
    ["[ Silence ]", ""],
    ["♪ upbeat music ♪", ""],
    ["We shipped it. (upbeat music) Then we measured.", "We shipped it. Then we measured."],
    ["I led the team. [inaudible]", "I led the team."],
    ["I led the team. Subtitles by the Amara.org community", "I led the team."],
    ["Thanks for watching!", ""],
  ])("of %j is left %j", (text, expected) => {
    expect(left(text)).toBe(expected);
  });
});

test("a loop is left once, because once it may have been said", () => {
  const loop = "and then we went".repeat(1);
  expect(left(`First we planned ${Array(6).fill(loop).join(" ")} home.`)).toBe(
    "First we planned and then we went home.",
  );
  expect(left(`I said ${Array(9).fill("no").join(" ")} to it`)).toBe("I said no to it");
});

it.each([
  "It was the best of times, it was the worst of times. It was the age of wisdom, it was the age of foolishness.",
  "Location, location, location is what matters.",
  "The function (which took two seconds before we had looked at it) is fast now.",
  "I told them thanks for watching and went on with the talk.",
  "very very very very good",
])("keeps %j, which people say", (text) => {
  expect(left(text)).toBe(text);
});

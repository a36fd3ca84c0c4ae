import { expect, test } from "vitest";
import { isAside } from "./asides.ts";

test.each([
  "That's about it, more or less.",
  "So that is how I see it.",
  "I'm done.",
  "Let me think for a second.",
  "Where was I.",
  "I hope that was clear.",
  "I tend to ramble a lot.",
  "I could go on about it for hours.",
  "Is it still recording?",
  "It's quite warm in here today.",
  "Thanks a lot for listening.",
  "I think I've covered every part of it.",
])("only talks about the talk: %s", (sentence) => {
  expect(isAside(sentence)).toBe(true);
});

test.each([
  "I recorded the call and wrote the notes afterwards.",
  "We measured the distance to the neighbours.",
  "I let the customer finish and then checked the order.",
  "I listened to both sides before I decided.",
  "Last year my phone broke in the middle of a shift.",
  "The next header points to the second one, and so on.",
  "The timer ends the window.",
  "I turned the screen to her and showed the order.",
])("says something: %s", (sentence) => {
  expect(isAside(sentence)).toBe(false);
});

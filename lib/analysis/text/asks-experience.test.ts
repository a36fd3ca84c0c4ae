import { expect, test } from "vitest";
import { asksForExperience, describesAnswer } from "./asks-experience.ts";

test.each([
  "Tell me about a time when a plan of yours did not work.",
  "What was the hardest bug you have fixed?",
  "Describe a situation in which you brought others round.",
  "Have you ever led a team?",
  "Can you describe your experience with databases?",
  "How did you learn to weld?",
  "What was your most difficult project?",
  "Tell me about yourself.",
])("%j asks for an experience", (question) => {
  expect(asksForExperience(question)).toBe(true);
});

test.each([
  "What is a race condition? How would you find one?",
  "You have a prescription for potassium. How do you give it safely?",
  "In the lecture you have learned about congestion control. Name its two phases.",
  "Suppose you were asked to cut costs. What would you do?",
  "You need to justify your answer.",
  "How do you set up a server, and what happens to the response time of the others?",
  "Explain, as you learned in the lecture, how a bridge works.",
  "How would you plan your next project?",
  "Explain in your answer the role of the header.",
  "Two managers each ask you for something. What do you do?",
])("%j does not", (question) => {
  expect(asksForExperience(question)).toBe(false);
});

test("an ideal answer that describes a good one is told from one that is given", () => {
  expect(describesAnswer("Names a concrete disagreement and shows what was learned.")).toBe(true);
  expect(describesAnswer("A plan. The candidate says who was told.")).toBe(true);
  expect(describesAnswer("The correct sequence is B, C, A. The answer may be rounded.")).toBe(false);
  expect(describesAnswer("States are ready, running and waiting; the candidate key names the row.")).toBe(false);
  expect(describesAnswer("")).toBe(false);
});

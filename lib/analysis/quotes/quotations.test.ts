import { expect, test } from "vitest";
import { hasInventedQuotation } from "./quotations.ts";

const SAID = ["We didn’t lose a single row, because every write went to both databases."];

test.each([
  'The candidate says "we lost nothing at all" here.',
  "They claim “I rebuilt everything alone” without saying how.",
  "He said 'I rebuilt everything alone' twice.",
  "«Tout est perdu» is how it ends.",
  "As they put it, ‘we lost nothing at all’.",
])("claims words that nobody said: %s", (text) => {
  expect(hasInventedQuotation(text, SAID)).toBe(true);
});

test.each([
  'The words "every write went to both databases" show the idea.',
  "It could say more about \"atomicity\" and 'quorum'.",
  "The candidate's plan didn't say what the team's next step was.",
  "It names “both databases.” and stops.",
  "No quotation at all.",
])("claims nothing that was not said: %s", (text) => {
  expect(hasInventedQuotation(text, SAID)).toBe(false);
});

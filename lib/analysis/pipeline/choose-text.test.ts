import { expect, test } from "vitest";
import { chooseText } from "./choose-text.ts";

const ANSWER = {
  id: "a",
  text: "I wrote it.",
  skipped: false,
  confidence: 0.9,
  audioQuality: "good",
  transcript: null,
};
const HEARD = { text: "I rode it.", language: "en", confidence: 0.4 };

test("the candidate's own text counts where there is one, whatever a model heard", () => {
  expect(chooseText({ ...ANSWER, transcript: HEARD })).toMatchObject({
    source: "candidate",
    text: "I wrote it.",
    confidence: 0.9,
    language: null,
  });
});

test("where the candidate left no text the transcript counts, with its own language and confidence", () => {
  expect(chooseText({ ...ANSWER, text: " ", transcript: HEARD })).toMatchObject({
    source: "transcript",
    text: "I rode it.",
    confidence: 0.4,
    language: "en",
  });
});

test("where nothing was written and nothing heard there is nothing to read", () => {
  for (const transcript of [null, { ...HEARD, text: " " }])
    expect(chooseText({ ...ANSWER, text: "", transcript })).toMatchObject({ source: null, text: "", confidence: null });
});

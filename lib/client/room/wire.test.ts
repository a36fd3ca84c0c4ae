import { expect, test } from "vitest";
import { AnswerData, MAX_ANSWER_SECONDS } from "../../contract/interview.ts";
import type { GivenAnswer } from "./room-state.ts";
import { keptAnswer } from "./wire.ts";

const given: GivenAnswer = {
  clientKey: "k",
  text: "words",
  recognizedText: null,
  answeredBy: "text",
  durationSeconds: 3,
  audioQuality: null,
  confidence: null,
  mark: null,
};

test("an answer that is kept is one that the server takes, however long the page stood open and whatever was pasted", () => {
  const { data } = keptAnswer({ ...given, text: "a\0b\ud83d", recognizedText: "\ude00", durationSeconds: 1e6 });
  expect(AnswerData.safeParse(data).success).toBe(true);
  expect(data).toMatchObject({ text: "ab\ufffd", recognized_text: "\ufffd", duration: MAX_ANSWER_SECONDS });
});

import { expect, test } from "vitest";
import { type CallDescription, callKey, memoryCalls } from "./call-log.ts";
import type { ChatAnswer } from "./chat.ts";

const CALL: CallDescription = {
  purpose: "score",
  questionId: "q",
  sample: 0,
  request: {
    model: "m",
    messages: [{ role: "user", content: "Score." }],
    schema: { name: "levels", jsonSchema: {} },
    temperature: 0,
    maxOutputTokens: 10,
  },
  versions: { prompt: "1", rubric: "1", scorer: "1" },
};
const answer = { text: "{}" } as ChatAnswer;

test("two calls are the same when everything that is sent and asked for is", () => {
  const others: CallDescription[] = [
    { ...CALL, sample: 1 },
    { ...CALL, purpose: "repair" },
    { ...CALL, questionId: "p" },
    { ...CALL, request: { ...CALL.request, model: "n" } },
    { ...CALL, request: { ...CALL.request, messages: [{ role: "user", content: "Score!" }] } },
    { ...CALL, versions: { ...CALL.versions, prompt: "2" } },
  ];
  expect(callKey(structuredClone(CALL))).toBe(callKey(CALL));
  expect(new Set([CALL, ...others].map(callKey)).size).toBe(7);
});

test("a call is made once, also when it is asked for twice at once; a failed one is made again", async () => {
  const calls = memoryCalls();
  let made = 0;
  const make = async () => {
    made++;
    return answer;
  };
  await expect(calls.once(CALL, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  const [one, two] = await Promise.all([calls.once(CALL, make), calls.once(CALL, make)]);
  expect(await calls.once(CALL, make)).toEqual(one);
  expect(two).toEqual(one);
  expect(made).toBe(1);
});

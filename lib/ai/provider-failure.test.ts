import { expect, test } from "vitest";
import { failureWords } from "../words/failure-words.ts";
import { failureOf, providerError, TryTimedOut } from "./provider-failure.ts";

const CONTEXT = { host: "localhost:11434", model: "judge-1", timeoutMs: 60_000, now: 0 };

test("a fault of ours is no failure of the provider", () => {
  const fault = new TypeError("undefined is not a function");
  expect(() => failureOf(fault, CONTEXT)).toThrow(fault);
  expect(() => providerError(fault, CONTEXT, 0)).toThrow(fault);
});

test("a failure is found under whatever is wrapped around it", () => {
  const wrapped = new Error("fetch failed", { cause: new Error("once more", { cause: new TryTimedOut("late") }) });
  const failure = failureOf(wrapped, CONTEXT);
  expect(failure).toMatchObject({ kind: "timeout", retry: true });
  expect(failureWords(failure.told, "en")).toBe("The AI service at localhost:11434 did not answer within 60 seconds.");
});

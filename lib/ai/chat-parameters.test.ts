import { expect, test } from "vitest";
import { REQUEST } from "../testing/provider/arrange-chat.ts";
import { messagesFor, parametersFor } from "./chat-parameters.ts";

const PLAIN = { format: "none", schemaInWords: false, refused: [] } as const;

test.each([
  ["api.openai.com", "max_completion_tokens"],
  ["eu.api.openai.com:443", "max_completion_tokens"],
  ["name.openai.azure.com", "max_completion_tokens"],
  ["localhost:11434", "max_tokens"],
  ["notopenai.com", "max_tokens"],
])("%s is told the limit as %s first", (host, name) => {
  const { model, temperature, seed, maxOutputTokens } = REQUEST;
  const parameters = { model, stream: false, temperature, seed, [name]: maxOutputTokens };
  expect(parametersFor(REQUEST, PLAIN, host)).toEqual(parameters);
});

test("what was not asked for is not sent", () => {
  const { seed: _, ...request } = REQUEST;
  expect(parametersFor(request, PLAIN, "localhost")).not.toHaveProperty("seed");
});

test("words about the schema come after the system's own, and change nothing of the caller's", () => {
  const before = structuredClone(REQUEST.messages);
  const [system, user] = messagesFor(REQUEST, { ...PLAIN, schemaInWords: true });
  expect(system?.content.startsWith("You judge.\n\nAnswer with one JSON object")).toBe(true);
  expect(user).toEqual(REQUEST.messages[1]);
  expect(REQUEST.messages).toEqual(before);
});

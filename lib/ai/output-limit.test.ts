import { expect, test } from "vitest";
import { outputRoom } from "./output-limit.ts";

const room = (message: string, param: string | null = null, status = 400) => outputRoom({ status, message, param });

test.each<[string, string, number | "unknown" | null]>([
  [
    "vLLM",
    "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length is 4096 tokens and your request has 1320 input tokens (5000 > 4096 - 1320).",
    2776,
  ],
  [
    "OpenAI, by what a model writes",
    "max_tokens is too large: 5000. This model supports at most 4096 completion tokens, whereas you provided 5000.",
    4096,
  ],
  [
    "OpenAI, by what it reads and writes",
    "This model's maximum context length is 4,096 tokens. However, you requested 6320 tokens (1320 in the messages, 5000 in the completion). Please reduce the length of the messages or completion.",
    2776,
  ],
  ["Anthropic", "max_tokens: 5000 > 4096, which is the maximum allowed number of output tokens for this model", 4096],
  ["Groq", "`max_tokens` must be less than or equal to `8192`, the maximum value for this model", 8192],
  ["DeepSeek", "Invalid max_tokens value, the valid range of max_tokens is [1, 2048]", 2048],
  [
    "TGI",
    "`inputs` tokens + `max_new_tokens` must be <= 4097. Given: 1320 `inputs` tokens and 5000 `max_new_tokens`",
    2777,
  ],
  ["an endpoint without numbers", "max_tokens is too large for this model", "unknown"],
  [
    "a text that fills the context by itself",
    "'max_tokens' is too large. This model's maximum context length is 8192 tokens, your messages have 9000.",
    -808,
  ],
  ["a parameter's name", "Unsupported parameter: 'max_tokens' is not supported with this model.", null],
  ["a text alone", "This model's maximum context length is 8192 tokens. Your prompt is too long.", null],
  ["a temperature", "temperature must be less than or equal to 1", null],
])("the room for an answer is read from the words of %s", (_, message, expected) => {
  expect(room(message)).toBe(expected);
});

test("what is no refusal of the request says nothing about the limit", () => {
  expect(room("max_tokens is too large: 5000", null, 500)).toBeNull();
});

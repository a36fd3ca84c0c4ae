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
  [
    "TGI's heirs",
    "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 3000 `inputs` tokens and 5000 `max_new_tokens`",
    1096,
  ],
  [
    "Mistral",
    '{"object":"error","message":{"detail":[{"type":"less_than_equal","loc":["body","max_tokens"],"msg":"Input should be less than or equal to 2048","input":5000}]}}',
    2048,
  ],
  [
    "newer vLLM",
    "This model's maximum context length is 4096 tokens. However, you requested 5000 output tokens and your prompt contains at least 1 input tokens, for a total of at least 5001 tokens. Please reduce the length of the input prompt or the number of requested output tokens.",
    4095,
  ],
  [
    "Bedrock",
    "The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum tokens value that is lower than 4096.",
    4096,
  ],
  ["Bedrock's schema", "Malformed input request: #/max_tokens: 5000 is not less or equal to 4096", 4096],
  [
    "Bedrock's Converse",
    "Value '5000' at 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have value less than or equal to 4096",
    4096,
  ],
  [
    "Cohere",
    "too many tokens: max tokens must be less than or equal to 4000, the maximum output length for this model",
    4000,
  ],
  ["Qwen", "Range of max_tokens should be [1, 2000]", 2000],
  [
    "Gemini",
    "Unable to submit request because it has a maxOutputTokens value of 5000 but the supported range is from 1 (inclusive) to 4097 (exclusive).",
    4097,
  ],
  ["Fireworks", "Requests with max_tokens > 4096 must have stream=true", 4096],
  [
    "Anthropic, by what it reads and writes",
    "input length and `max_tokens` exceed context limit: 196000 + 5000 > 200000, decrease input length or `max_tokens` and try again",
    4000,
  ],
  [
    "OpenRouter",
    "This endpoint's maximum context length is 4096 tokens. However, you requested about 6320 tokens (1320 of text input, 5000 in the output).",
    2776,
  ],
  [
    "Cerebras",
    "Please reduce the length of the messages or completion. Current length is 9000 while limit is 8192",
    "unknown",
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

test("credit for a shorter answer alone is room for one", () => {
  const words =
    "This request requires more credits, or fewer max_tokens. You requested up to 5000 tokens, but can only afford 2038.";
  expect(room(words, null, 402)).toBe(2038);
});

test("an answer that came to its end is no limit that was set too high", () => {
  const words =
    "Could not finish the message because max_tokens or model output limit was reached. Please try again with higher max_tokens.";
  expect(room(words)).toBeNull();
});

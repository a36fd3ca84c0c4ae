import type { Mishap } from "./mishaps.ts";
import { formatOf, type Personality } from "./personality.ts";
import { sampleOf } from "./sample-of-schema.ts";

export type ReceivedChat = {
  model: string;
  messages: { role: string; content: string }[];
  /** All contents, in order, with an empty line between two. */
  prompt: string;
  /** Of the answer that was asked for: from `response_format`, or found in the words of the messages. */
  schema: object | null;
  /** The whole body. */
  body: Record<string, unknown>;
};

export function receivedChat(body: Record<string, unknown>): ReceivedChat {
  const messages = Array.isArray(body.messages) ? body.messages : [];
  const prompt = messages.map((message) => String(message.content)).join("\n\n");
  return { model: String(body.model), messages, prompt, schema: schemaIn(body) ?? schemaInWords(prompt), body };
}

/** One `chat.completion`. @see https://platform.openai.com/docs/api-reference/chat/object */
export function answerChat(
  chat: ReceivedChat,
  how: {
    answer: ((chat: ReceivedChat) => unknown) | undefined;
    fate: Mishap;
    personality: Personality;
    returnedModel: string | undefined;
  },
): object {
  const meant = how.answer ? how.answer(chat) : sampleOf(chat.schema ?? { type: "object" });
  const altered = typeof how.fate === "object" && "alter" in how.fate ? how.fate.alter(meant) : meant;
  const text = typeof altered === "string" ? altered : JSON.stringify(altered);
  const ignored =
    how.personality.ignoresFormat && formatOf(chat.body) !== undefined && !chat.prompt.includes("JSON Schema");
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: how.returnedModel ?? chat.model,
    choices: [ignored ? choice("It was a good answer.") : choiceFor(how.fate, text)],
    ...(how.fate === "no_usage" ? {} : { usage: usageOf(chat.prompt, text) }),
  };
}

function choiceFor(fate: Mishap, text: string): object {
  switch (fate) {
    case "refusal":
      return choice(null, { refusal: "I cannot help with that." });
    case "content_filter":
      return choice("", { finish_reason: "content_filter" });
    case "length":
      return choice(text.slice(0, Math.ceil(text.length / 2)), { finish_reason: "length" });
    case "empty":
      return choice(null);
    case "fenced":
      return choice(`\`\`\`json\n${text}\n\`\`\``);
    case "think":
      return choice(`<think>\nA draft would be {"level": 5}, but no.\n</think>\n\n${text}`);
    case "talk":
      return choice(`Sure! Here is what you asked for [as JSON]:\n\n${text}\n\nShall I go on?`);
    case "prose":
      return choice("It was a good answer, I would say.");
    case "parts":
      return choice([
        { type: "thinking", thinking: "hm" },
        { type: "text", text },
      ]);
    default:
      return choice(text);
  }
}

function choice(content: unknown, { refusal = null as string | null, finish_reason = "stop" } = {}): object {
  return { index: 0, message: { role: "assistant", content, refusal }, logprobs: null, finish_reason };
}

/** Four characters to the token, near enough for tests. */
function usageOf(prompt: string, text: string): object {
  const [input, output] = [Math.ceil(prompt.length / 4), Math.ceil(text.length / 4)];
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

function schemaIn(body: Record<string, unknown>): object | null {
  const format = body.response_format as { json_schema?: { schema?: object } } | undefined;
  return format?.json_schema?.schema ?? null;
}

function schemaInWords(prompt: string): object | null {
  const line = prompt.split("JSON Schema:\n")[1]?.split("\n")[0];
  return line ? JSON.parse(line) : null;
}

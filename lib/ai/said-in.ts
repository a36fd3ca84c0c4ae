/** What a message, or a piece of one, says as its answer and as its thoughts. */
export type Said = { content: string; thoughts: string };

type Message = Readonly<Record<string, unknown>>;

/** How servers name thoughts that they keep apart: vLLM and DeepSeek, OpenRouter and Ollama, others. One that gives two gives the same twice. */
const THOUGHTS = ["reasoning_content", "reasoning", "reasoning_details", "thinking", "reasoning_text"] as const;
/** The types of a part of `content` that is no answer: Mistral's and Anthropic's words. */
const IS_THOUGHT = /think|thought|reason|redacted/i;
/** Deeper no server nests its parts. */
const DEEPEST = 4;

/** Reads `content` as words or as a list of parts, and thoughts in whatever shape they come. */
export function saidIn(message: Message): Said {
  const parts = Array.isArray(message.content) ? message.content : [message.content];
  const thought = THOUGHTS.map((name) => wordsOf(message[name])).find((words) => words !== "");
  return {
    content: parts.map((part) => (isThought(part) ? "" : wordsOf(part))).join(""),
    thoughts: thought ?? parts.map((part) => (isThought(part) ? wordsOf(part) : "")).join(""),
  };
}

function isThought(part: unknown): boolean {
  return isObject(part) && typeof part.type === "string" && IS_THOUGHT.test(part.type);
}

/** The words of a text, a part, or a list of them: `text`, `thinking`, `summary` and `content` are how parts name them. */
function wordsOf(given: unknown, depth = 0): string {
  if (typeof given === "string") return given;
  if (depth > DEEPEST) return "";
  if (Array.isArray(given)) return given.map((part) => wordsOf(part, depth + 1)).join("");
  if (!isObject(given)) return "";
  return wordsOf(given.text ?? given.thinking ?? given.summary ?? given.content, depth + 1);
}

const isObject = (given: unknown): given is Message => typeof given === "object" && given !== null;

import type { APIError } from "openai";

/** Fewer tokens hold no assessment: a whole one takes about five hundred, and a short one half of that. */
export const LEAST_OUTPUT_TOKENS = 256;

const NUMBER = "[`'\"]?(\\d[\\d,]*)";
const ABOUT_LIMIT =
  /max(?:imum)?[_ ]?(?:completion_|new_|output_|output)?tokens|(?:completion|output|new) tokens|in the (?:completion|output)|or completion|num_predict/i;
const TOO_MUCH =
  /too (?:large|big|high|many|long)|exceed|at most|maximum|less than|less or equal|must be (?:<=?|≤)|range|reduce|lower than|can only afford|must have stream|\d > \d/i;
const UNKNOWN = /unsupported|not supported|unknown|unrecognized|unexpected|extra inputs|not permitted/i;

/** How much one answer may hold, in the words of OpenAI, Anthropic, Groq, Mistral, DeepSeek, Qwen, Gemini, Bedrock, Fireworks and OpenRouter. */
const MOST = [
  `at most ${NUMBER} (?:completion|output|new)?\\s*tokens`,
  `less (?:than )?or equal to ${NUMBER}`,
  `max_tokens\\W{0,3} must be (?:<=|≤|<) ?${NUMBER}`,
  `> ${NUMBER}, which is the maximum`,
  `range of \`?max_tokens\`? (?:is|should be) \\[\\d+, ?${NUMBER}\\]`,
  `supported range is from \\d+ \\(inclusive\\) to ${NUMBER}`,
  `lower than ${NUMBER}`,
  `max_tokens > ${NUMBER} must have stream`,
  `can only afford ${NUMBER}`,
].map((words) => new RegExp(words, "i"));

/** How much text and answer may hold together, and how much of it the text takes, in the words of OpenAI, vLLM, TGI, Anthropic and OpenRouter. */
const CONTEXT = new RegExp(
  `context (?:length|window|size|limit)\\D{0,30}${NUMBER}(?![\\d,]| \\+)|must be <= ${NUMBER}|\\d \\+ \\d+ > ${NUMBER}|with ${NUMBER} maximum context`,
  "i",
);
const INPUT = new RegExp(
  `${NUMBER} (?:in the messages|of text input|(?:input|prompt) tokens|\`?inputs\`? tokens)|messages (?:have|has|resulted in|contain) ${NUMBER}|prompt contains ${NUMBER}|${NUMBER} \\+ \\d+ >`,
  "i",
);

/**
 * What an endpoint that minds the length asked for says there is room for, in tokens; `unknown` where it gives no number. Null: the error is
 * about something else, such as the parameter's name.
 */
export function outputRoom(error: Pick<APIError, "status" | "message" | "param">): number | "unknown" | null {
  if (![400, 402, 413, 422].includes(error.status ?? 0)) return null;
  const { message } = error;
  if (!ABOUT_LIMIT.test(`${message} ${error.param ?? ""}`) || !TOO_MUCH.test(message) || UNKNOWN.test(message))
    return null;
  const most = MOST.map((words) => numberIn(message, words)).filter((number) => number !== null);
  const [context, input] = [numberIn(message, CONTEXT), numberIn(message, INPUT)];
  if (context !== null && input !== null) most.push(context - input);
  return most.length > 0 ? Math.min(...most) : "unknown";
}

function numberIn(message: string, words: RegExp): number | null {
  const found = words.exec(message)?.slice(1).find(Boolean);
  return found === undefined ? null : Number(found.replaceAll(",", ""));
}

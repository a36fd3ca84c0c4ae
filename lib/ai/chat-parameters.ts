import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions";
import type { Abilities } from "./abilities.ts";
import type { ChatMessage, ChatRequest } from "./chat.ts";

type Parameters = Omit<ChatCompletionCreateParamsNonStreaming, "messages">;

/** `maxOutputTokens` null: as many as the endpoint allows. */
export type Asked = Omit<ChatRequest, "maxOutputTokens"> & { maxOutputTokens: number | null };

/** Everything of a request but its messages, as an endpoint of these abilities takes it. Some servers stream where `stream` is absent. */
export function parametersFor(request: Asked, abilities: Abilities, host: string): Parameters {
  const takes = (name: string) => !abilities.refused.includes(name);
  return {
    model: request.model,
    stream: false,
    ...formatFor(request, abilities),
    ...(takes("temperature") ? { temperature: request.temperature } : {}),
    ...(takes("seed") && request.seed !== undefined ? { seed: request.seed } : {}),
    ...limitFor(request, abilities, host),
  };
}

/** The messages, with the schema in words at the end of the system's where nothing else enforces it. */
export function messagesFor(request: ChatRequest, abilities: Abilities): ChatMessage[] {
  if (!abilities.schemaInWords) return request.messages;
  const words =
    "Answer with one JSON object and nothing else: no explanation, no Markdown. It must satisfy this JSON Schema:\n" +
    JSON.stringify(request.schema.jsonSchema);
  const [first, ...rest] = request.messages;
  if (first?.role !== "system") return [{ role: "system", content: words }, ...request.messages];
  return [{ ...first, content: `${first.content}\n\n${words}` }, ...rest];
}

function formatFor({ schema }: Asked, { format }: Abilities): Pick<Parameters, "response_format"> {
  if (format === "none") return {};
  if (format === "json_object") return { response_format: { type: "json_object" } };
  const described = { name: schema.name, strict: true, schema: { ...schema.jsonSchema } };
  return { response_format: { type: "json_schema", json_schema: described } };
}

/**
 * OpenAI's reasoning models take `max_completion_tokens` alone. Other servers may know `max_tokens` alone, and one that passes over what it
 * does not know would write without a limit. So the likelier one goes first, and the other where that is refused.
 */
function limitFor(
  { maxOutputTokens }: Asked,
  { refused }: Abilities,
  host: string,
): Pick<Parameters, "max_tokens" | "max_completion_tokens"> {
  if (maxOutputTokens === null) return {};
  const isOpenAi = /(^|\.)(openai\.com|azure\.com)(:\d+)?$/.test(host);
  const names = ["max_tokens", "max_completion_tokens"] as const;
  const name = (isOpenAi ? names.toReversed() : names).find((each) => !refused.includes(each));
  return name ? { [name]: maxOutputTokens } : {};
}

import { saidIn } from "./said-in.ts";

type Choice = { delta?: Record<string, unknown>; message?: Record<string, unknown>; finish_reason?: unknown };
type Chunk = { model?: unknown; usage?: unknown; choices?: Choice[]; [more: string]: unknown };

/**
 * The `chat.completion` that was sent as an event stream although nobody asked for one. Null where the text is no such stream. A stream
 * that broke off before its end becomes a completion without choices, which is no answer.
 * @param errorIn what an event reports instead of a piece, null where it is none
 * @returns an object with `error` where the stream reports one
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 * @see https://platform.openai.com/docs/api-reference/chat/streaming
 */
export function joinEventStream(
  text: string,
  errorIn: (chunk: Record<string, unknown>) => object | null,
): Record<string, unknown> | null {
  const events = dataOf(text);
  const chunks = events.map(parsed).filter((chunk) => chunk !== null);
  const error = chunks.map(errorIn).find(Boolean);
  if (error) return { error };
  if (!chunks.some(({ choices }) => Array.isArray(choices))) return null;
  const choices = chunks.flatMap((chunk) => (Array.isArray(chunk.choices) ? (chunk.choices[0] ?? []) : []));
  const finish = choices.findLast(({ finish_reason }) => finish_reason)?.finish_reason ?? null;
  const isWhole = finish !== null || events.some((data) => data.trim() === "[DONE]");
  const message = { role: "assistant", ...joined(choices) };
  return {
    object: "chat.completion",
    model: chunks.find(({ model }) => typeof model === "string")?.model,
    choices: isWhole ? [{ index: 0, finish_reason: finish ?? "stop", message }] : null,
    usage: chunks.findLast(({ usage }) => usage)?.usage ?? null,
  };
}

/** The pieces put together; where a server sends the whole message at the end, that. */
function joined(choices: readonly Choice[]): Record<string, string | null> {
  const whole = choices.findLast(({ message }) => message && saidIn(message).content !== "")?.message;
  const said = (whole ? [whole] : choices.map(({ delta }) => delta ?? {})).map(saidIn);
  const refusals = choices.map(({ delta }) => (typeof delta?.refusal === "string" ? delta.refusal : ""));
  return {
    content: said.map(({ content }) => content).join("") || null,
    reasoning_content: said.map(({ thoughts }) => thoughts).join("") || null,
    refusal: refusals.join("") || null,
  };
}

/** The data of each event, its lines put together; line by line where a server forgets what is to stand between events. */
function dataOf(text: string): string[] {
  const events: string[][] = [[]];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const data = /^data:(?: ?(.*))$/s.exec(line)?.[1];
    if (data !== undefined) events.at(-1)?.push(data);
    else if (line === "") events.push([]);
  }
  return events.flatMap((lines) => {
    const whole = lines.join("\n");
    return lines.length > 1 && parsed(whole) === null ? lines : lines.length > 0 ? [whole] : [];
  });
}

function parsed(data: string): Chunk | null {
  try {
    const chunk: unknown = JSON.parse(data);
    return typeof chunk === "object" && chunk !== null && !Array.isArray(chunk) ? (chunk as Chunk) : null;
  } catch {
    return null; // the word for the end, a comment of a gateway, or a piece that was cut
  }
}

type Chunk = {
  model?: unknown;
  usage?: unknown;
  error?: unknown;
  choices?: { delta?: Record<string, unknown>; finish_reason?: unknown }[];
};

/** What the pieces of a message are joined from; the first two are how servers name thoughts that they keep apart. */
const JOINED = ["reasoning_content", "reasoning", "refusal", "content"] as const;

/**
 * The `chat.completion` that was sent as an event stream although nobody asked for one. Null where the text is no such stream. A stream
 * that broke off before its end becomes a completion without choices, which is no answer.
 * @returns an object with `error` where the stream reports one
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 * @see https://platform.openai.com/docs/api-reference/chat/streaming
 */
export function joinEventStream(text: string): Record<string, unknown> | null {
  const events = dataOf(text);
  const chunks = events.flatMap((data) => (data === "[DONE]" ? [] : (parsed(data) ?? [])));
  if (!chunks.some(({ choices, error }) => Array.isArray(choices) || error)) return null;
  const failed = chunks.find(({ error }) => error);
  if (failed) return { error: failed.error };
  const message: Record<string, string | null> = { role: "assistant" };
  let finish: unknown = null;
  for (const { choices } of chunks) {
    const [choice] = choices ?? [];
    finish = choice?.finish_reason ?? finish;
    for (const name of JOINED) {
      const piece = choice?.delta?.[name];
      if (typeof piece === "string" && piece !== "") message[name] = (message[name] ?? "") + piece;
    }
  }
  const isWhole = finish !== null || events.includes("[DONE]");
  return {
    object: "chat.completion",
    model: chunks.find(({ model }) => typeof model === "string")?.model,
    choices: isWhole ? [{ index: 0, finish_reason: finish ?? "stop", message: { content: null, ...message } }] : null,
    usage: chunks.findLast(({ usage }) => usage)?.usage ?? null,
  };
}

/** The data of each event, its lines put together. */
function dataOf(text: string): string[] {
  return text.split(/\r\n\r\n|\n\n|\r\r/).flatMap((event) => {
    const lines = event.split(/\r\n|\n|\r/).flatMap((line) => /^data: ?(.*)$/s.exec(line)?.[1] ?? []);
    return lines.length > 0 ? [lines.join("\n")] : [];
  });
}

function parsed(data: string): Chunk | null {
  try {
    const chunk: unknown = JSON.parse(data);
    return typeof chunk === "object" && chunk !== null ? (chunk as Chunk) : null;
  } catch {
    return null; // a comment of a gateway, or a piece that was cut
  }
}

import type { ChatMessage } from "../../ai/chat.ts";

/**
 * The same request with what was wrong at its end. What the model wrote is not repeated to it: it may hold words of the
 * answer, which would then stand outside their delimiters. One message, because many chat templates want turns to alternate.
 */
export function repairPrompt(messages: readonly ChatMessage[], problems: readonly string[]): ChatMessage[] {
  const note = [
    "",
    "Your first reply could not be used as it was:",
    ...problems.map((problem) => `- ${problem}`),
    "Return the whole JSON object again, complete and corrected, and nothing else.",
  ].join("\n");
  return messages.map((message, at) =>
    at === messages.length - 1 ? { ...message, content: `${message.content}\n${note}` } : message,
  );
}

import type { CallDescription, CallLog } from "../../ai/call-log.ts";
import { type Chat, type ChatAnswer, type ChatMessage, ProviderError } from "../../ai/chat.ts";
import { ScorerError } from "../../ai/scorer-error.ts";

/** Above 0, because samples that cannot differ say nothing about certainty; low, because the anchors should decide. */
export const TEMPERATURE = 0.3;
/** Room for a reasoning model's thoughts; an answer takes a tenth. Not more, or small contexts (8,192) refuse the request. */
const MOST_OUTPUT_TOKENS = 5_000;

export type Asking = {
  chat: Chat;
  model: string;
  versions: CallDescription["versions"];
  calls: CallLog;
};

type Ask = Pick<CallDescription, "purpose" | "questionId" | "sample"> & {
  messages: ChatMessage[];
  schema: { name: string; jsonSchema: object };
};

/**
 * One call through the log: made once, whatever is killed in between. An answer without readable JSON is an answer all the
 * same, with `json` null: it was paid for, and its caller may have it repaired.
 * @throws ScorerError when the provider gives none
 */
export async function ask(
  { chat, model, versions, calls }: Asking,
  { messages, schema, ...call }: Ask,
): Promise<ChatAnswer & { callId: string }> {
  const request = {
    model,
    messages,
    schema,
    temperature: TEMPERATURE,
    seed: call.sample + 1,
    maxOutputTokens: MOST_OUTPUT_TOKENS,
  };
  try {
    return await calls.once({ ...call, request, versions }, async () => {
      try {
        return await chat.complete(request);
      } catch (error) {
        if (error instanceof ProviderError && error.kind === "bad_output" && error.answer)
          return { ...error.answer, json: null };
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof ProviderError) throw new ScorerError(error.told, { cause: error });
    throw error;
  }
}

/** Whether the model, or a filter before it, would not answer. */
export function isRefusal(error: unknown): boolean {
  const cause = error instanceof ScorerError ? error.cause : undefined;
  return cause instanceof ProviderError && cause.kind === "refused";
}

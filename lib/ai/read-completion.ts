import { z } from "zod";
import { ProtocolBroken } from "./provider-failure.ts";
import { endOfJson } from "./scan-json.ts";
import { storable } from "./storable.ts";
import { asThoughts } from "./thoughts.ts";

/** What is read of a `chat.completion`. Endpoints differ in all the rest, and leave out what they do not count. */
const Completion = z.object({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          // a list of parts, thoughts among them, where a server keeps them apart so
          content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]).nullish(),
          refusal: z.string().nullish().catch(null),
          // thoughts that the server takes apart: two names for one thing
          reasoning_content: z.string().nullish().catch(null),
          reasoning: z.string().nullish().catch(null),
        }),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) })
    .nullish()
    .catch(null),
});

export type ReadCompletion = {
  /** The answer; where there is none but thoughts, those with their marks. */
  text: string;
  end: "stop" | "length" | "refused";
  returnedModel: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
};

/** @throws ProtocolBroken when it is no `chat.completion` */
export function readCompletion(body: unknown): ReadCompletion {
  const parsed = Completion.safeParse(body);
  const choice = parsed.data?.choices[0];
  if (!parsed.data || !choice) throw new ProtocolBroken("no choice in the answer");
  if (choice.finish_reason === "error") throw new ProtocolBroken("the answer ends in an error"); // OpenRouter's word
  const { model, usage } = parsed.data;
  const { content, reasoning_content, reasoning } = choice.message;
  const isRefused = Boolean(choice.message.refusal) || choice.finish_reason === "content_filter";
  return {
    text: storable(answerOf(wordsOf(content), reasoning_content || reasoning || "")),
    end: isRefused ? "refused" : choice.finish_reason === "length" ? "length" : "stop",
    returnedModel: model ? storable(model).slice(0, 200) : null,
    inputTokens: usage?.prompt_tokens ?? null,
    outputTokens: usage?.completion_tokens ?? null,
  };
}

function wordsOf(content: string | { type: string; text?: unknown }[] | null | undefined): string {
  if (!Array.isArray(content)) return content ?? "";
  return content.map((part) => (part.type === "text" && typeof part.text === "string" ? part.text : "")).join("");
}

/**
 * A server that takes thoughts apart may take the whole answer for one (vLLM with a reasoning parser and a schema). It counts where it is
 * nothing but the one object; amid thoughts an object is a draft.
 */
function answerOf(content: string, thoughts: string): string {
  if (content.trim() !== "" || thoughts.trim() === "") return content;
  return isOneObject(thoughts) ? thoughts : asThoughts(thoughts);
}

function isOneObject(text: string): boolean {
  const trimmed = text.trim();
  const { complete, end } = endOfJson(trimmed, 0);
  return trimmed.startsWith("{") && complete && end === trimmed.length;
}

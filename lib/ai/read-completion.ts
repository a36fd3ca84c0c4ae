import { z } from "zod";
import { ProtocolBroken } from "./provider-failure.ts";
import { saidIn } from "./said-in.ts";
import { endOfJson } from "./scan-json.ts";
import { storable } from "./storable.ts";
import { asThoughts } from "./thoughts.ts";

/** What is read of a `chat.completion`. Endpoints differ in all the rest, and leave out what they do not count. */
const Completion = z.object({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(null),
        // thoughts stand under names that differ by server
        message: z.looseObject({
          content: z.union([z.string(), z.array(z.unknown())]).nullish(),
          refusal: z.string().nullish().catch(null),
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
  const end = choice.message.refusal ? "refused" : endOf(choice.finish_reason ?? "");
  if (end === "error") throw new ProtocolBroken("the answer ends in an error");
  const { model, usage } = parsed.data;
  const { content, thoughts } = saidIn(choice.message);
  return {
    text: storable(answerOf(content, thoughts)),
    end,
    returnedModel: model ? storable(model).slice(0, 200) : null,
    inputTokens: usage?.prompt_tokens ?? null,
    outputTokens: usage?.completion_tokens ?? null,
  };
}

/** OpenAI's words, and what proxies pass on of OpenRouter's, Zhipu's, DeepSeek's, Gemini's, Anthropic's, Mistral's and Bedrock's. */
const ENDS: [RegExp, ReadCompletion["end"] | "error"][] = [
  [/error|insufficient_system_resource|malformed/i, "error"],
  [/filter|safety|sensitive|refus|guardrail|prohibited|blocklist|recitation|spii/i, "refused"],
  [/length|max_?(?:output_?)?tokens|context_window/i, "length"],
];

function endOf(reason: string): ReadCompletion["end"] | "error" {
  return ENDS.find(([words]) => words.test(reason))?.[1] ?? "stop";
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

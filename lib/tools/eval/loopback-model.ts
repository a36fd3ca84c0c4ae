import { abilityMemory } from "../../ai/abilities.ts";
import { openAiChat } from "../../ai/openai-chat.ts";
import { llmScorer } from "../../analysis/llm/llm-scorer.ts";
import type { Level } from "../../analysis/llm/rubric-anchors.ts";
import type { Scorer } from "../../analysis/scorer.ts";
import { CRITERIA } from "../../domain/criteria.ts";
import type { Mishap } from "../../testing/provider/mishaps.ts";
import { type Provider, startProvider } from "../../testing/provider/provider.ts";

/** For a server that never answers; who does answer may be as slow as a busy machine. */
const SHORT_MS = 300;
const PATIENT_MS = 20_000;

type Model = {
  /** What it returns on a prompt that asks for an assessment. */
  answer: (prompt: string) => unknown;
  /** What becomes of its answers, one after the other, and then over again. */
  fate?: Mishap[];
};

/** Works with the model scorer against a server on loopback, which speaks the protocol. */
export async function withModel<T>(
  { answer, fate = ["ok"] }: Model,
  work: (scorer: Scorer, provider: Provider) => Promise<T>,
): Promise<T> {
  const provider = await startProvider({
    answer: ({ prompt, schema }) => (JSON.stringify(schema).includes("evidence") ? answer(prompt) : NARRATION),
    mishaps: (_, index) => fate[index % fate.length] ?? "ok",
  });
  const timeoutMs = fate.includes("hang") ? SHORT_MS : PATIENT_MS;
  const endpoint = { baseUrl: provider.baseUrl, apiKey: "test", timeoutMs, maxRetries: 0, prices: undefined };
  const chat = openAiChat(endpoint, { memory: abilityMemory() });
  try {
    return await work(llmScorer({ chat, model: "loopback", samples: 1, concurrency: 4 }), provider);
  } finally {
    await provider.close();
  }
}

const NARRATION = { feedback: "One answer was read.", recommendations: [] };

/** One level for every category, each with other words of the answer, from its beginning on. */
export function assessAll(prompt: string, level: Level): unknown {
  const inside = /<<<BEGIN ANSWER \w+>>>\n([\s\S]*?)\n<<<END ANSWER/.exec(prompt)?.[1] ?? "";
  const stretches = inside
    .split("\n")
    .map((line) => line.replace(/^\[\d+\] ?/, ""))
    .filter((line) => !line.startsWith("("))
    .flatMap((line) => line.match(/\S+(?: \S+){3}/g) ?? []);
  const quotes = CRITERIA.map((category, at) => ({ category, quote: stretches[at] }));
  return {
    evidence: quotes.flatMap(({ category, quote }) => (quote ? [{ category, sentence: 1, quote, note: "Said." }] : [])),
    levels: Object.fromEntries(quotes.map(({ category, quote }) => [category, quote ? level : null])),
    feedback: "The answer was read.",
    strengths: [],
    improvements: [],
  };
}

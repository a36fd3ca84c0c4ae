import { openAiChat } from "../../ai/openai-chat.ts";
import { llmScorer } from "../../analysis/llm/llm-scorer.ts";
import type { ScoredQuestion, ScoringContext } from "../../analysis/scorer.ts";
import type { Provider } from "../provider/provider.ts";

/** Three sentences with something to show. */
export const ANSWER =
  "We kept two copies of every order, because one disk had failed before. " +
  "I compared a queue with a nightly copy and chose the queue, since a nightly copy loses a day. " +
  "After that we lost nothing, and I showed the team how to replay it.";

export const CONTEXT: ScoringContext = { companyValues: ["ownership", "curiosity"] };

export function questionWith(answer: string, more: Partial<ScoredQuestion> = {}): ScoredQuestion {
  return {
    id: "7c1b3d1e-0000-4000-8000-000000000001",
    text: "How would you keep orders safe when a disk fails?",
    type: "technical",
    difficulty: "medium",
    keywords: ["replication", "queue"],
    idealAnswer: "Keep replicas on other machines, acknowledge writes after two copies, and practise restoring.",
    rubricNotes: "Experience with message queues is welcome.",
    answer: { id: "7c1b3d1e-0000-4000-8000-000000000002", text: answer },
    ...more,
  };
}

type Levels = Record<string, unknown>;

/** What an honest model returns on ANSWER; parts can be exchanged. */
export function assessment(levels: Levels = {}, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    evidence: [
      {
        category: "technical",
        sentence: 1,
        quote: "We kept two copies of every order",
        note: "Keeps replicas, as the question asks.",
      },
      {
        category: "communication",
        sentence: 3,
        quote: "I showed the team how to replay it",
        note: "Explains what was built.",
      },
      {
        category: "problem_solving",
        sentence: 2,
        quote: "I compared a queue with a nightly copy",
        note: "Weighs an alternative.",
      },
    ],
    levels: { technical: 4, communication: 4, problem_solving: 4, cultural_fit: null, ...levels },
    feedback: "The answer names replicas and gives a reason for the choice of a queue over a nightly copy.",
    strengths: ["It weighs two ways of copying and says what each would lose."],
    improvements: ["It could say how the copies are kept on different machines."],
    ...more,
  };
}

/** A scorer that talks to the provider over HTTP, as in production, but does not try again. */
export function scorerOf(
  provider: Provider,
  { samples = 1, concurrency = 4, secondModel = undefined as string | undefined } = {},
) {
  const endpoint = {
    baseUrl: provider.baseUrl,
    apiKey: "sk-test",
    timeoutMs: 5_000,
    maxRetries: 0,
    prices: undefined,
  };
  return llmScorer({ chat: openAiChat(endpoint), model: "test-model", secondModel, samples, concurrency });
}

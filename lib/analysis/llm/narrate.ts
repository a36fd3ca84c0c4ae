import type { CriterionScores } from "../../domain/criteria.ts";
import type { Finding } from "../scorer.ts";
import { type Asking, ask, isRefusal } from "./ask.ts";
import { type Narration, narrationProblems, readNarration } from "./check-narration.ts";
import { NARRATION_SCHEMA, type NarrationPrompt, narrationPrompt } from "./narrate-prompt.ts";
import { narrationFromFindings } from "./narration-template.ts";
import { repairPrompt } from "./repair.ts";

/** Ends words that the program put together itself. */
const BY_PROGRAM =
  "These words were put together by the program, because what the model wrote did not keep to the findings.";

/**
 * Overall feedback and recommendations, from findings alone; scores go in as they are and only words come out. Words that
 * claim more than the findings are asked for once more; then the program writes its own and says so.
 * @throws ScorerError when the provider failed
 */
export async function narrate(
  asking: Asking,
  findings: readonly Finding[],
  categories: CriterionScores,
): Promise<string> {
  const own = narrationFromFindings(findings, categories);
  if (findings.every(({ score }) => score === null)) return compose(own);
  const prompt = narrationPrompt(findings, categories);
  const quotes = findings.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  const first = await attempt(asking, prompt, quotes, 0);
  if (first.problems.length === 0 && first.narration) return compose(first.narration);
  const messages = repairPrompt(prompt.messages, first.problems);
  const second = await attempt(asking, { ...prompt, messages }, quotes, 1);
  if (second.problems.length === 0 && second.narration) return compose(second.narration);
  return compose({ ...own, feedback: `${own.feedback} ${BY_PROGRAM}` });
}

async function attempt(
  asking: Asking,
  { messages, material }: NarrationPrompt,
  quotes: readonly string[],
  sample: number,
): Promise<{ narration: Narration | null; problems: string[] }> {
  try {
    const call = { purpose: "narrate", questionId: null, sample, messages, schema: NARRATION_SCHEMA } as const;
    const narration = readNarration((await ask(asking, call)).json);
    return { narration, problems: narrationProblems(narration, material, quotes) };
  } catch (error) {
    if (isRefusal(error)) return { narration: null, problems: ["It was refused."] };
    throw error;
  }
}

function compose({ feedback, recommendations }: Narration): string {
  if (recommendations.length === 0) return feedback;
  return [feedback, "", "Recommendations:", ...recommendations.map((text) => `- ${text}`)].join("\n");
}

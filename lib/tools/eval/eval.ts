import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Scorer } from "../../analysis/scorer.ts";
import { CliError } from "../../runtime/cli-error.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { PROJECT_ROOT } from "../../runtime/project-root.ts";
import { type CutsOptions, evaluateCuts } from "./cuts/cuts.ts";
import { judge } from "./judge.ts";
import { measureLlmPath } from "./llm-path.ts";
import { measureAll } from "./measures/all.ts";
import { writeModelCard } from "./model-card.ts";
import { PARTS, type Part, readOwnSet } from "./own-set.ts";
import { readSet } from "./read-set.ts";
import { scoreSet } from "./score-set.ts";
import { type SCORERS, scorerNamed } from "./scorer.ts";
import { type Evaluation, failures, markdown } from "./table.ts";

export type EvalOptions = {
  questions?: string;
  answers?: string;
  out?: string;
  scorer: (typeof SCORERS)[number];
  write?: boolean;
  /** A file of ratings, and what is to be done with it (cuts/cuts.ts). */
  cuts?: string;
} & Omit<CutsOptions, "cuts" | "scorer" | "method"> & { method?: CutsOptions["method"] };

/**
 * Sets cuts by a file of ratings; or scores a set of answers into a file, or, without files, the project's own set into a table.
 * @throws CliError for files that cannot be read or written, and when a model could not score
 */
export async function evaluate(options: EvalOptions): Promise<Outcome> {
  const { questions, answers, out, scorer: name, write, cuts, method = "contrasting_groups" } = options;
  if (cuts !== undefined) {
    if ((questions ?? answers ?? out ?? write) !== undefined) throw new CliError("--cuts goes with no other set");
    return evaluateCuts({ ...options, cuts, method });
  }
  if (options.store || options.templateVersion !== undefined) throw new CliError("--store is for --cuts");
  const { scorer, concurrency } = scorerNamed(name);
  if (questions === undefined && answers === undefined && out === undefined) {
    return ownSet(scorer, concurrency, write === true);
  }
  if (questions === undefined || answers === undefined || out === undefined) {
    throw new CliError("--questions, --answers and --out go together");
  }
  if (write) throw new CliError("--write is for the project's own set, without --questions, --answers and --out");
  const set = await readSet(questions, answers);
  const scored = await scoreSet(set, scorer, concurrency);
  const lines = scored.map(({ score }) => `${JSON.stringify({ score })}\n`);
  await writeFile(resolve(PROJECT_ROOT, out), lines.join("")).catch((error: Error) => {
    throw new CliError(`${out} cannot be written: ${error.message}`);
  });
  const failed = scored.flatMap(({ failure }, at) => (failure === undefined ? [] : [{ line: at + 1, failure }]));
  if (failed[0]) {
    const { line, failure } = failed[0];
    throw new CliError(
      `${failed.length} of ${scored.length} answers could not be scored and stand in ${out} as null; the first, line ${line}: ${failure}`,
    );
  }
  const judged = scored.filter(({ score }) => score !== null).length;
  const text = `${scored.length} answers, ${judged} with a score, ${scored.length - judged} not judged: ${out}`;
  return { json: { answers: scored.length, scored: judged, out }, text };
}

async function ownSet(scorer: Scorer, concurrency: number, write: boolean): Promise<Outcome> {
  const evaluation = await evaluateOwnSet(scorer, concurrency);
  const table = markdown(evaluation);
  if (write) await writeModelCard(table);
  const { measures, llmPath } = evaluation;
  return { json: { measures, llm_path: llmPath }, text: [table, "", ...failures(evaluation)].join("\n") };
}

export async function evaluateOwnSet(scorer: Scorer, concurrency: number): Promise<Evaluation> {
  const set = await readOwnSet();
  const judged = await judge(set, scorer, concurrency);
  const measured = await Promise.all(
    PARTS.map(async (part): Promise<[Part, Evaluation["measures"][Part]]> => {
      const own = judged.filter((each) => each.part === part);
      return [part, await measureAll(own, set.questions, scorer)];
    }),
  );
  const { method, model, rubricVersion } = scorer.identity;
  return {
    scorer: method === "offline_rubric" ? `offline rubric ${rubricVersion}` : (model ?? method),
    judged,
    measures: Object.fromEntries(measured) as Evaluation["measures"],
    llmPath: await measureLlmPath(set),
  };
}

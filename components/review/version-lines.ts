import type { AnalysisChanges } from "../../lib/contract/rescore.ts";
import { VERDICT_WORDS } from "./words.ts";

/** What changed besides the scores, a line each; what stayed the same is left out. */
export function linesOf(changes: AnalysisChanges): string[] {
  const { recommendation, method_label, model, rubric_version, prompt_version, questions } = changes;
  const verdict = (which: "from" | "to") => {
    const said = recommendation[which];
    return said ? VERDICT_WORDS[said].label : null;
  };
  return [
    ...changed("Recommendation", { from: verdict("from"), to: verdict("to") }),
    ...changed("Method", method_label),
    ...changed("Model", model),
    ...changed("Rubric version", rubric_version),
    ...changed("Prompt version", prompt_version),
    ...flagLines("The interview", changes),
    ...questions.flatMap((question) => flagLines(`Question ${question.position}`, question)),
  ];
}

function changed(name: string, { from, to }: { from: string | null; to: string | null }): string[] {
  return from === to ? [] : [`${name}: ${from ?? "none"} → ${to ?? "none"}`];
}

function flagLines(
  name: string,
  { flags_added, flags_removed }: Pick<AnalysisChanges, "flags_added" | "flags_removed">,
) {
  return [
    ...flags_added.map(({ message }) => `${name}, flag added: ${message}`),
    ...flags_removed.map(({ message }) => `${name}, flag removed: ${message}`),
  ];
}

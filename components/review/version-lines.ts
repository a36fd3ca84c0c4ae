import type { AnalysisChanges } from "../../lib/contract/rescore.ts";
import type { FinalStatus } from "../../lib/domain/status.ts";
import { catalogue, type Say } from "../../lib/words/catalogue.ts";
import { names } from "../../lib/words/en/review/names.ts";
import { versions } from "../../lib/words/en/review/versions.ts";
import type { Locale } from "../../lib/words/locale.ts";

const sentences = catalogue({ en: versions });
const called = catalogue({ en: names });

/** What changed besides the scores, a line each; what stayed the same is left out. */
export function linesOf(changes: AnalysisChanges, locale: Locale): string[] {
  const { recommendation, method_label, model, rubric_version, prompt_version, questions } = changes;
  const say = sentences.in(locale);
  const verdict = (said: FinalStatus | null) => said && called.in(locale)(`verdict:${said}`);
  return [
    ...changed("recommendation", { from: verdict(recommendation.from), to: verdict(recommendation.to) }, say),
    ...changed("method", method_label, say),
    ...changed("model", model, say),
    ...changed("rubric", rubric_version, say),
    ...changed("prompt", prompt_version, say),
    ...changes.flags_added.map(({ message: flag }) => say("added:interview", { flag })),
    ...changes.flags_removed.map(({ message: flag }) => say("removed:interview", { flag })),
    ...questions.flatMap(({ position, flags_added, flags_removed }) => [
      ...flags_added.map(({ message: flag }) => say("added:question", { position, flag })),
      ...flags_removed.map(({ message: flag }) => say("removed:question", { position, flag })),
    ]),
  ];
}

type What = "recommendation" | "method" | "model" | "rubric" | "prompt";

function changed(
  what: What,
  { from, to }: { from: string | null; to: string | null },
  say: Say<typeof versions>,
): string[] {
  return from === to ? [] : [say(`changed:${what}`, { from: from ?? say("none"), to: to ?? say("none") })];
}

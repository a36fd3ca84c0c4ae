import { useLocale } from "#use-locale";
import type { ReviewAnalysis } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { recommendsNothing } from "./cuts.ts";

const sentences = catalogue({ en: scores });

/** Where the limits are from, and what is recommended by them. Those of made-up scores are nobody's concern. */
export function LimitsLine({ analysis }: { analysis: ReviewAnalysis }) {
  const say = sentences.in(useLocale());
  const { pass, fail, n } = analysis.cuts;
  if (analysis.method === "sandbox") return null;
  if (n !== null) return <p className="mt-2 text-sm text-muted">{say("limits:set", { pass, fail, n })}</p>;
  return (
    <p className="mt-2 text-sm text-muted">
      <span className="font-strong">{say("limits:proposed", { pass, fail })}</span>{" "}
      {say(recommendsNothing(analysis) ? "limits:nothing" : "limits:all_the_same")}
    </p>
  );
}

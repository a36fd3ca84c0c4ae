import { useWords } from "@/components/words/use-words.ts";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision } from "@/lib/words/en/review/decision.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { JumpLink } from "./jump-link.tsx";
import { VerdictPill } from "./verdict-pill.tsx";

const ofScores = catalogue({ en: scores });
const ofDecisions = catalogue({ en: decision });

type RecommendationProps = {
  /** Null: nobody's business here. */
  decisions: Review["decisions"] | null;
  recommendation: ReviewAnalysis["recommendation"];
  /** What suggests it, in short. */
  method: string;
};

/** Two things beside each other: what the scores suggest, and what a person decided. Neither changes the other. */
export function Recommendation({ recommendation, method, decisions }: RecommendationProps) {
  const say = useWords(ofScores);
  if (!recommendation) return null;
  return (
    <dl className="grid auto-cols-fr gap-px overflow-hidden rounded-control border border-hairline bg-hairline text-sm sm:grid-flow-col">
      <div className="bg-surface p-4">
        <dt className="text-xs text-muted">{say("recommendation", { method })}</dt>
        <dd className="mt-2">
          <VerdictPill verdict={recommendation} bare />
          <p className="mt-1 text-xs text-muted">{say("decides_nothing")}</p>
        </dd>
      </div>
      {decisions ? <Decided decisions={decisions} /> : null}
    </dl>
  );
}

function Decided({ decisions: [latest] }: Pick<Review, "decisions">) {
  const term = useWords(ofScores)("decision");
  const say = useWords(ofDecisions);
  return (
    <div className="bg-surface p-4">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-2">
        {latest ? <VerdictPill verdict={latest.decision} /> : <span className="text-muted">{say("nobody_brief")}</span>}
        <p className="mt-1 text-xs text-muted">
          {latest ? `${latest.by}. ` : null}
          <JumpLink to="decision-title" className="rounded-mark font-strong text-accent hover:underline print:hidden">
            {latest ? say("reasons") : say("decide")}
          </JumpLink>
        </p>
      </dd>
    </div>
  );
}

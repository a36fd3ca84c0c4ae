import { buttonLook } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision } from "@/lib/words/en/review/decision.ts";
import { JumpLink } from "./jump-link.tsx";
import { VerdictPill } from "./verdict-pill.tsx";

const sentences = catalogue({ en: decision });

/** What was decided, and the way to the form: beside the recording, because that is where the eyes are. */
export function DecisionSummary({ state, decisions: [latest] }: Pick<Review, "state" | "decisions">) {
  const say = useWords(sentences);
  if (state !== "completed") return null;
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
      {latest ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <VerdictPill verdict={latest.decision} />
          <span className="text-muted">{say("decided_by", { name: latest.by })}</span>
        </p>
      ) : (
        <p className="text-sm text-muted">{say("nobody")}</p>
      )}
      <JumpLink to="decision-title" className={buttonLook({ size: "small" }, "print:hidden")}>
        {latest ? say("reasons") : say("decide")}
      </JumpLink>
    </div>
  );
}

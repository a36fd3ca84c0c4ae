import { useLocale } from "#use-locale";
import { NAMES } from "@/components/review/names.ts";
import { Spinner } from "@/components/ui/spinner.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { shortMethodWords } from "@/lib/words/method-words.ts";
import { RowLook } from "./row-look.tsx";

const sentences = catalogue({ en: list });

type Analysis = NonNullable<ListedInterview["analysis"]>;

/** The overall score with its method and what it suggests, or where the analysis stands. */
export function RowScore({ analysis, name }: { analysis: Analysis; name: string }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { status, overallScore, method, methodLabel, recommendation, basis, looks } = analysis;
  if (status === "failed") {
    return (
      <StatusPill tone="negative" bare>
        {say("score:failed")}
      </StatusPill>
    );
  }
  if (status !== "completed") {
    return (
      <span className="inline-flex items-center gap-2 text-sm text-muted">
        <Spinner size={14} />
        {say(`score:${status}`)}
      </span>
    );
  }
  return (
    <div title={methodLabel ?? undefined}>
      <p className="text-sm tabular-nums">
        {overallScore === null ? (
          <span className="text-muted">{say("score:none")}</span>
        ) : (
          say.rich(basis ? "score:of_100_from" : "score:of_100", {
            basis: basis ?? "",
            score: () => <span className="font-strong">{scoreOf(overallScore, locale)}</span>,
            rest: (words) => <span className="text-muted">{words}</span>,
          })
        )}
      </p>
      <p className="text-xs text-muted">
        {shortMethodWords(method, locale)}
        {recommendation ? ` · ${NAMES.in(locale)(`brief:${recommendation}`)}` : null}
      </p>
      <RowLook looks={looks} name={name} />
    </div>
  );
}

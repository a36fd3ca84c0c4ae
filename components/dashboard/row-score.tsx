import { shortMethod, VERDICT_WORDS } from "@/components/review/words.ts";
import { Spinner } from "@/components/ui/spinner.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { RowLook } from "./row-look.tsx";

type Analysis = NonNullable<ListedInterview["analysis"]>;

/** The overall score with its method and what it suggests, or where the analysis stands. */
export function RowScore({ analysis, name }: { analysis: Analysis; name: string }) {
  const { status, overallScore, methodLabel, recommendation, basis, looks } = analysis;
  if (status === "failed") {
    return (
      <StatusPill tone="negative" bare>
        Analysis failed
      </StatusPill>
    );
  }
  if (status !== "completed") {
    return (
      <span className="inline-flex items-center gap-2 text-sm text-muted">
        <Spinner size={14} />
        {status === "pending" ? "Waiting for analysis" : "Being analysed"}
      </span>
    );
  }
  return (
    <div title={methodLabel ?? undefined}>
      <p className="text-sm tabular-nums">
        {overallScore === null ? (
          <span className="text-muted">Not assessed</span>
        ) : (
          <>
            <span className="font-strong">{overallScore.toFixed(1)}</span>
            <span className="text-muted"> of 100{basis ? `, from ${basis}` : null}</span>
          </>
        )}
      </p>
      <p className="text-xs text-muted">
        {methodLabel ? shortMethod(methodLabel) : null}
        {recommendation ? ` · ${VERDICT_WORDS[recommendation].brief}` : null}
      </p>
      <RowLook looks={looks} name={name} />
    </div>
  );
}

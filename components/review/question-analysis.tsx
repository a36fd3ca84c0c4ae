import { Minus, Plus } from "lucide-react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { ReviewAnalysis, ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { CRITERIA } from "@/lib/domain/criteria.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { Flags } from "./flags.tsx";
import { ScoreBar } from "./score-bar.tsx";
import { spreadWords } from "./spread-words.ts";
import { CATEGORY_WORDS, shortMethod } from "./words.ts";

type QuestionAnalysisProps = {
  analysis: ReviewQuestionAnalysis;
  position: number;
  by: Pick<ReviewAnalysis, "method" | "method_label">;
};

/** The score of one answer with its reason; what it rests on is one click away. */
export function QuestionAnalysis({ analysis, position, by }: QuestionAnalysisProps) {
  const { status, score, feedback, flags, evidence } = analysis;
  const count = evidence.length > 0 ? ` (${evidence.length})` : "";
  return (
    <div className="mt-5 flex flex-col gap-3 rounded-control bg-sunken p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        {score === null ? (
          <span className="font-strong">{NO_SCORE[status]}</span>
        ) : (
          <span>
            <span className="font-strong tabular-nums">{scoreOf(score)}</span>{" "}
            <span className="text-muted">of 100</span>
          </span>
        )}
        <span className="text-muted">{shortMethod(by.method_label ?? "")}</span>
      </p>
      {feedback ? <p className="max-w-prose text-sm">{feedback}</p> : null}
      <Flags flags={flags} />
      {score === null && evidence.length === 0 ? null : (
        <Disclosure summary={`What it rests on${count}`}>
          <div className="flex flex-col gap-5 pt-2">
            <Evidence evidence={evidence} position={position} />
            <Findings analysis={analysis} />
            <Levels analysis={analysis} by={by} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

const NO_SCORE = {
  assessed: "Not assessed: no evidence was found",
  insufficient: "Nothing to judge",
  not_assessed: "Not assessed: it cannot be read here",
} as const satisfies Record<ReviewQuestionAnalysis["status"], string>;

function Evidence({ evidence, position }: Pick<ReviewQuestionAnalysis, "evidence"> & { position: number }) {
  if (evidence.length === 0) return <p className="text-sm text-muted">No quotation was found to rest on.</p>;
  const quotes = evidence.map((one) => ({ evidence: one, position }));
  return <EvidenceList label="Quoted from the answer" quotes={quotes} beside="category" />;
}

function Levels({ analysis: { levels, spread, readings }, by }: Omit<QuestionAnalysisProps, "position">) {
  const method = shortMethod(by.method_label ?? "");
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {CRITERIA.map((category) => {
        const sureness = spreadWords({ method: by.method, readings, spread: spread[category] });
        return (
          <div key={category}>
            <ScoreBar
              small
              label={CATEGORY_WORDS[category]}
              score={levels[category]}
              method={`${method}, ${sureness}`}
            />
            {levels[category] === null ? null : <p className="mt-1 text-xs text-muted tabular-nums">{sureness}</p>}
          </div>
        );
      })}
    </div>
  );
}

function Findings({ analysis: { strengths, improvements } }: { analysis: ReviewQuestionAnalysis }) {
  if (strengths.length + improvements.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FindingList title="Strengths" findings={strengths} icon={Plus} />
      <FindingList title="Could be stronger" findings={improvements} icon={Minus} />
    </div>
  );
}

type FindingListProps = { title: string; findings: string[]; icon: typeof Plus };

function FindingList({ title, findings, icon: Icon }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <div>
      <h4 className="text-sm">{title}</h4>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {findings.map((finding) => (
          <li key={finding} className="flex gap-2 text-sm">
            <Icon aria-hidden size={14} className="mt-1 shrink-0 text-muted" />
            {finding}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Minus, Plus, Quote } from "lucide-react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { CATEGORIES } from "@/lib/domain/scoring.ts";
import { Flags } from "./flags.tsx";
import { scoreOf } from "./format.ts";
import { ScoreBar } from "./score-bar.tsx";
import { CATEGORY_WORDS, categoryLabel } from "./words.ts";

type QuestionAnalysisProps = { analysis: ReviewQuestionAnalysis; method: string };

/** The score of one answer with its reason; what it rests on is one click away. */
export function QuestionAnalysis({ analysis, method }: QuestionAnalysisProps) {
  const { score, levels, feedback, flags, evidence } = analysis;
  return (
    <div className="mt-5 flex flex-col gap-3 rounded-control bg-sunken p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        {score === null ? (
          <span className="font-strong">Not assessed</span>
        ) : (
          <span>
            <span className="font-strong tabular-nums">{scoreOf(score)}</span>{" "}
            <span className="text-muted">of 100</span>
          </span>
        )}
        <span className="text-muted">{method}</span>
      </p>
      <p className="max-w-prose text-sm">{feedback}</p>
      <Flags flags={flags} />
      {score === null && evidence.length === 0 ? null : (
        <Disclosure summary={evidence.length > 0 ? `What it rests on (${evidence.length})` : "What it rests on"}>
          <div className="flex flex-col gap-5 pt-2">
            <Evidence evidence={evidence} />
            <Findings analysis={analysis} />
            <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
              {CATEGORIES.map((category) => (
                <ScoreBar
                  key={category}
                  small
                  label={CATEGORY_WORDS[category]}
                  score={levels[category]}
                  method={method}
                />
              ))}
            </div>
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function Evidence({ evidence }: Pick<ReviewQuestionAnalysis, "evidence">) {
  if (evidence.length === 0) return <p className="text-sm text-muted">No quotation was found to rest on.</p>;
  return (
    <ul aria-label="Quoted from the answer" className="flex flex-col gap-3">
      {evidence.map(({ quote, category, note }) => (
        <li key={`${category} ${note} ${quote}`} className="flex gap-3 text-sm">
          <Quote aria-hidden size={14} className="mt-1 shrink-0 text-muted" />
          <div className="min-w-0">
            <blockquote className="break-words">{quote}</blockquote>
            <p className="mt-0.5 text-muted">
              {categoryLabel(category)} · {note}
            </p>
          </div>
        </li>
      ))}
    </ul>
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

import { Minus, Plus } from "lucide-react";
import { useLocale } from "#use-locale";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewAnalysis, ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { CRITERIA } from "@/lib/domain/criteria.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { shortMethodWords } from "@/lib/words/method-words.ts";
import { rangeOf } from "./band-words.ts";
import { BesideRubric, ModelScores } from "./beside-rubric.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { Flags } from "./flags.tsx";
import { ListenHere } from "./listen-here.tsx";
import { NAMES } from "./names.ts";
import { Remark } from "./remark.tsx";
import { ScoreBar } from "./score-bar.tsx";
import { spreadWords } from "./spread-words.ts";

const sentences = catalogue({ en: answers });
const ofScores = catalogue({ en: scores });

type QuestionAnalysisProps = {
  analysis: ReviewQuestionAnalysis;
  position: number;
  by: Pick<ReviewAnalysis, "method">;
};

/** The score of one answer with its reason; what it rests on is one click away. */
export function QuestionAnalysis({ analysis, position, by }: QuestionAnalysisProps) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { status, score, feedback, flags, evidence } = analysis;
  const count = evidence.length;
  const isUncounted = score === null && analysis.model_scores.some((each) => each.score !== null);
  return (
    <div className="mt-5 flex flex-col gap-3 rounded-control bg-sunken p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        {score === null ? (
          <span className="font-strong">{say(isUncounted ? "none:not_counted" : `none:${status}`)}</span>
        ) : (
          <span>
            {say.rich("of_100", {
              score: () => <span className="font-strong tabular-nums">{scoreOf(score, locale)}</span>,
              rest: (words) => <span className="text-muted">{words}</span>,
            })}
          </span>
        )}
        {analysis.band === null ? null : (
          <span className="tabular-nums">{say("heard_between", { range: rangeOf(analysis.band) })}</span>
        )}
        <span className="text-muted">{shortMethodWords(by.method, locale)}</span>
      </p>
      <ModelScores {...analysis} />
      <BesideRubric {...analysis} />
      {feedback ? (
        <p className="max-w-prose text-sm">
          <Remark>{feedback}</Remark>
        </p>
      ) : null}
      <Flags flags={flags} />
      <ListenHere listen={analysis.listen} />
      {score === null && evidence.length === 0 ? null : (
        <Disclosure summary={count > 0 ? say("rests_on_quotes", { count }) : say("rests_on")}>
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

function Evidence({ evidence, position }: Pick<ReviewQuestionAnalysis, "evidence"> & { position: number }) {
  const say = useWords(sentences);
  if (evidence.length === 0) return <p className="text-sm text-muted">{say("no_quote")}</p>;
  const quotes = evidence.map((one) => ({ evidence: one, position }));
  return <EvidenceList label={say("quotes")} quotes={quotes} beside="category" />;
}

function Levels({ analysis: { levels, spread, readings }, by }: Omit<QuestionAnalysisProps, "position">) {
  const locale = useLocale();
  const method = shortMethodWords(by.method, locale);
  return (
    <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {CRITERIA.map((category) => {
        const sureness = spreadWords({ method: by.method, readings, spread: spread[category] }, locale);
        return (
          <div key={category}>
            <ScoreBar
              small
              label={NAMES.in(locale)(`category:${category}`)}
              score={levels[category]}
              method={ofScores.in(locale)("by", { method, sureness })}
            />
            {levels[category] === null ? null : <p className="mt-1 text-xs text-muted tabular-nums">{sureness}</p>}
          </div>
        );
      })}
    </div>
  );
}

function Findings({ analysis: { strengths, improvements } }: { analysis: ReviewQuestionAnalysis }) {
  const say = useWords(sentences);
  if (strengths.length + improvements.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FindingList title={say("strengths")} findings={strengths} icon={Plus} />
      <FindingList title={say("improvements")} findings={improvements} icon={Minus} />
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
            <Remark>{finding}</Remark>
          </li>
        ))}
      </ul>
    </div>
  );
}

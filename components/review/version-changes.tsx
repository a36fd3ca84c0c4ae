"use client";

import { useQuery } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { changesQuery } from "@/lib/client/review-queries.ts";
import type { AnalysisChanges } from "@/lib/contract/rescore.ts";
import { differenceOf, scoreOf } from "@/lib/words/format.ts";
import { linesOf } from "./version-lines.ts";
import { categoryLabel } from "./words.ts";

type VersionChangesProps = { interviewId: string; from: number; to: number };

/** Two analyses of the same answers side by side: scores, recommendation, flags and what they were made by. */
export function VersionChanges({ interviewId, from, to }: VersionChangesProps) {
  const { data: changes, error, refetch } = useQuery(changesQuery(interviewId, from, to));
  if (error) {
    return (
      <div className="mt-4">
        <Alert
          tone="negative"
          title="The versions could not be compared"
          announce="alert"
          action={
            <Button size="small" onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Alert>
      </div>
    );
  }
  if (!changes) return <Progress label="Comparing the versions" value={null} className="mt-6" />;
  return (
    <div className="mt-4 flex flex-col gap-4">
      <ChangesTable changes={changes} />
      <WordChanges changes={changes} />
    </div>
  );
}

function ChangesTable({ changes }: { changes: AnalysisChanges }) {
  const { from, to, overall_score: overall, categories, questions } = changes;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">
        Scores in version {from} and in version {to}
      </caption>
      <thead>
        <tr className="border-b border-hairline text-end text-xs text-muted">
          <th scope="col" className="py-2 text-start">
            Score
          </th>
          <th scope="col" className="py-2 ps-3 text-end">
            Version {from}
          </th>
          <th scope="col" className="py-2 ps-3 text-end">
            Version {to}
          </th>
          <th scope="col" className="py-2 ps-3 text-end">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        <ScoreRow name="Overall" {...overall} strong />
        {categories.map(({ category, ...score }) => (
          <ScoreRow key={category} name={categoryLabel(category)} {...score} />
        ))}
        {questions.map(({ question_id, position, text, score }) => (
          <ScoreRow key={question_id} name={`Question ${position}`} title={text} {...score} />
        ))}
      </tbody>
    </table>
  );
}

type ScoreRowProps = { name: string; title?: string; from: number | null; to: number | null; strong?: boolean };

function ScoreRow({ name, title, from, to, strong = false }: ScoreRowProps) {
  return (
    <tr className={strong ? "border-b border-hairline font-strong" : "border-b border-hairline"}>
      <th scope="row" title={title} className={strong ? "py-2 text-start" : "py-2 text-start font-normal"}>
        {name}
      </th>
      <td className="py-2 ps-3 text-end">{from === null ? <NotAssessed /> : scoreOf(from)}</td>
      <td className="py-2 ps-3 text-end">{to === null ? <NotAssessed /> : scoreOf(to)}</td>
      <td className="py-2 ps-3 text-end">{changeWords(from, to)}</td>
    </tr>
  );
}

function NotAssessed() {
  return <span className="text-xs text-muted">Not assessed</span>;
}

function changeWords(from: number | null, to: number | null): string {
  if (from === null) return to === null ? "Same" : "New";
  if (to === null) return "Gone";
  const difference = differenceOf(from, to);
  return difference === "0.0" ? "Same" : difference;
}

/** What is told in words: the recommendation, the makers and the flags. What stayed the same is not repeated. */
function WordChanges({ changes }: { changes: AnalysisChanges }) {
  const lines = linesOf(changes);
  if (lines.length === 0) return <p className="text-sm text-muted">Recommendation, method and flags are the same.</p>;
  return (
    <ul aria-label="Other changes" className="flex max-w-prose flex-col gap-1.5 text-sm">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

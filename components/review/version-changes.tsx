"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Progress } from "@/components/ui/progress.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { changesQuery } from "@/lib/client/review-queries.ts";
import type { AnalysisChanges } from "@/lib/contract/rescore.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { versions } from "@/lib/words/en/review/versions.ts";
import { differenceOf, scoreOf } from "@/lib/words/format.ts";
import type { Locale } from "@/lib/words/locale.ts";
import { NAMES, nameOf } from "./names.ts";
import { linesOf } from "./version-lines.ts";

const sentences = catalogue({ en: versions });

type VersionChangesProps = { interviewId: string; from: number; to: number };

/** Two analyses of the same answers side by side: scores, recommendation, flags and what they were made by. */
export function VersionChanges({ interviewId, from, to }: VersionChangesProps) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const { data: changes, error, refetch } = useQuery(changesQuery(interviewId, from, to));
  if (error) {
    return (
      <div className="mt-4">
        <Alert
          tone="negative"
          title={say("refused:title")}
          announce="alert"
          action={
            <Button size="small" onClick={() => void refetch()}>
              {say("try_again")}
            </Button>
          }
        >
          {refusal(error)}
        </Alert>
      </div>
    );
  }
  if (!changes) return <Progress label={say("comparing")} value={null} className="mt-6" />;
  return (
    <div className="mt-4 flex flex-col gap-4">
      <ChangesTable changes={changes} />
      <WordChanges changes={changes} />
    </div>
  );
}

function ChangesTable({ changes }: { changes: AnalysisChanges }) {
  const say = useWords(sentences);
  const name = useWords(NAMES);
  const { from, to, overall_score: overall, categories, questions } = changes;
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{say("caption", { from, to })}</caption>
      <thead>
        <tr className="border-b border-hairline text-end text-xs text-muted">
          <th scope="col" className="py-2 text-start wrap-anywhere">
            {say("head:score")}
          </th>
          <th scope="col" className="py-2 ps-3 text-end wrap-anywhere">
            {say("version", { version: from })}
          </th>
          <th scope="col" className="py-2 ps-3 text-end wrap-anywhere">
            {say("version", { version: to })}
          </th>
          <th scope="col" className="py-2 ps-3 text-end wrap-anywhere">
            {say("head:change")}
          </th>
        </tr>
      </thead>
      <tbody>
        <ScoreRow name={say("overall")} {...overall} strong />
        {categories.map(({ category, ...score }) => (
          <ScoreRow key={category} name={nameOf("category", category, name)} {...score} />
        ))}
        {questions.map(({ question_id, position, text, score }) => (
          <ScoreRow key={question_id} name={say("question", { position })} title={text} {...score} />
        ))}
      </tbody>
    </table>
  );
}

type ScoreRowProps = { name: string; title?: string; from: number | null; to: number | null; strong?: boolean };

function ScoreRow({ name, title, from, to, strong = false }: ScoreRowProps) {
  const locale = useLocale();
  return (
    <tr className={strong ? "border-b border-hairline font-strong" : "border-b border-hairline"}>
      <th scope="row" title={title} className={classNames("py-2 text-start wrap-anywhere", !strong && "font-normal")}>
        {name}
      </th>
      <td className="py-2 ps-3 text-end">{from === null ? <NotAssessed /> : scoreOf(from, locale)}</td>
      <td className="py-2 ps-3 text-end">{to === null ? <NotAssessed /> : scoreOf(to, locale)}</td>
      <td className="py-2 ps-3 text-end">{changeWords(from, to, locale)}</td>
    </tr>
  );
}

function NotAssessed() {
  const say = useWords(sentences);
  return <span className="text-xs text-muted">{say("not_assessed")}</span>;
}

function changeWords(from: number | null, to: number | null, locale: Locale): string {
  const say = sentences.in(locale);
  if (from === null) return to === null ? say("same") : say("new");
  if (to === null) return say("gone");
  const difference = differenceOf(from, to, locale);
  return difference === scoreOf(0, locale) ? say("same") : difference;
}

/** What is told in words: the recommendation, the makers and the flags. What stayed the same is not repeated. */
function WordChanges({ changes }: { changes: AnalysisChanges }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const lines = linesOf(changes, locale);
  if (lines.length === 0) return <p className="text-sm text-muted">{say("all_same")}</p>;
  return (
    <ul aria-label={say("others")} className="flex max-w-prose flex-col gap-1.5 text-sm">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

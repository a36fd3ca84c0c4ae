import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { CallsSummary, Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { numberOf } from "@/lib/words/format.ts";
import { shareOf } from "@/lib/words/measure-words.ts";
import { countOf } from "./format.ts";

type ProvenanceProps = { analysis: ReviewAnalysis; template: Review["template"] };

/** How the numbers came about: the rules in words, then every fact that somebody needs to repeat them. */
export function Provenance({ analysis, template }: ProvenanceProps) {
  return (
    <Disclosure summary="How these numbers came about">
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 ps-5 text-sm text-muted marker:text-outline">
        <li>Each question is scored on its own by what is said in its text. Voice and looks play no part.</li>
        <li>
          The overall score is the mean of the four categories, weighted as the interview “{template.name}” says. A
          question that was not asked or not answered counts as 0 in what it asks for; an answer that cannot be read
          here is left out.
        </li>
        <li>
          From {template.pass_threshold} up it suggests moving forward, below {template.fail_threshold} declining, and
          anything between, close to either or in doubt another look.
        </li>
      </ul>
      <Facts analysis={analysis} />
    </Disclosure>
  );
}

function Facts({ analysis }: { analysis: ReviewAnalysis }) {
  const { calls_summary: calls, evidence_coverage: coverage } = analysis;
  const asked = analysis.host !== null || (calls !== null && calls.calls > 0);
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-8 gap-y-3 text-sm sm:grid-cols-3">
      <Fact term="Method">{analysis.method_label ?? "Not known"}</Fact>
      <Fact term="Model">{analysis.model ?? "None: a fixed rubric"}</Fact>
      <Fact term="Asked at">{analysis.host ?? "Nobody: scored on this server"}</Fact>
      <Fact term="Rubric version">{analysis.rubric_version ?? "Not stated"}</Fact>
      <Fact term="Prompt version">{analysis.prompt_version ?? (asked ? "Not stated" : "No prompt")}</Fact>
      <Fact term="Analysis">
        Version {analysis.version}
        {analysis.completed_at ? (
          <>
            , <LocalTime at={analysis.completed_at} />
          </>
        ) : null}
      </Fact>
      <Fact term="Rests on quotes">{coverage === null ? "Not measured" : `${shareOf(coverage)} of the questions`}</Fact>
      {asked ? calls && <CallFacts calls={calls} /> : <Fact term="Calls">None, so it cost nothing</Fact>}
    </dl>
  );
}

function CallFacts({ calls: { calls, retries, input_tokens, output_tokens, cost } }: { calls: CallsSummary }) {
  return (
    <>
      <Fact term="Calls">
        {countOf(calls, "call")} and {retries === 0 ? "no repeats" : countOf(retries, "repeat")}
      </Fact>
      <Fact term="Tokens sent">{tokens(input_tokens)}</Fact>
      <Fact term="Tokens received">{tokens(output_tokens)}</Fact>
      <Fact term="Cost">
        {cost === null ? "Not known: no price is configured" : `${cost.toFixed(4)} in your prices`}
      </Fact>
    </>
  );
}

function tokens(count: number | null): string {
  return count === null ? "Not counted by the endpoint" : numberOf(count);
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-0.5 break-words tabular-nums">{children}</dd>
    </div>
  );
}

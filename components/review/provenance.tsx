import type { ReactNode } from "react";
import { useLocale } from "#use-locale";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { CallsSummary, Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { provenance } from "@/lib/words/en/review/provenance.ts";
import { decimalOf, numberOf } from "@/lib/words/format.ts";
import { shareOf } from "@/lib/words/measure-words.ts";
import { AsIs } from "./as-is.tsx";
import { recommendsNothing } from "./cuts.ts";
import { callsOf } from "./format.ts";

const sentences = catalogue({ en: provenance });

type ProvenanceProps = { analysis: ReviewAnalysis; template: Review["template"] };

/** How the numbers came about: the rules in words, then every fact that somebody needs to repeat them. */
export function Provenance({ analysis, template }: ProvenanceProps) {
  const say = useWords(sentences);
  return (
    <Disclosure summary={say("title")}>
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 ps-5 text-sm text-muted marker:text-outline">
        <li>{say("rule:text")}</li>
        <li>{say("rule:overall", { name: template.name })}</li>
        <li>{say(recommendsNothing(analysis) ? "rule:limits_proposed" : "rule:limits", analysis.cuts)}</li>
      </ul>
      <Facts analysis={analysis} />
    </Disclosure>
  );
}

function Facts({ analysis }: { analysis: ReviewAnalysis }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { calls_summary: calls, evidence_coverage: coverage, version, completed_at: at } = analysis;
  const asked = analysis.host !== null || (calls !== null && calls.calls > 0);
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-8 gap-y-3 text-sm sm:grid-cols-3">
      <Fact term={say("method")}>{analysis.method_label ?? say("method:unknown")}</Fact>
      <Fact term={say("model")}>{asIs(analysis.model) ?? say("model:none")}</Fact>
      <Fact term={say("host")}>{asIs(analysis.host) ?? say("host:none")}</Fact>
      <Fact term={say("rubric")}>{asIs(analysis.rubric_version) ?? say("not_stated")}</Fact>
      <Fact term={say("prompt")}>
        {asIs(analysis.prompt_version) ?? (asked ? say("not_stated") : say("prompt:none"))}
      </Fact>
      <Fact term={say("analysis")}>
        {at ? say.rich("version_at", { version, at: () => <LocalTime at={at} /> }) : say("version", { version })}
      </Fact>
      <Fact term={say("evidence")}>
        {coverage === null ? say("evidence:unknown") : say("evidence:share", { share: shareOf(coverage, locale) })}
      </Fact>
      {asked ? calls && <CallFacts calls={calls} /> : <Fact term={say("calls")}>{say("calls:none")}</Fact>}
    </dl>
  );
}

function CallFacts({ calls: { calls, retries, input_tokens, output_tokens, cost } }: { calls: CallsSummary }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const tokens = (count: number | null) => (count === null ? say("tokens:unknown") : numberOf(count, locale));
  return (
    <>
      <Fact term={say("calls")}>{say("calls:made", { calls: callsOf(calls, locale), retries })}</Fact>
      <Fact term={say("sent")}>{tokens(input_tokens)}</Fact>
      <Fact term={say("received")}>{tokens(output_tokens)}</Fact>
      <Fact term={say("cost")}>
        {cost === null ? say("cost:unknown") : say("cost:known", { cost: decimalOf(cost, 4, locale) })}
      </Fact>
    </>
  );
}

const asIs = (name: string | null) => (name === null ? null : <AsIs>{name}</AsIs>);

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-0.5 break-words tabular-nums">{children}</dd>
    </div>
  );
}

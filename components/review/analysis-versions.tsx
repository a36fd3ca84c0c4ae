"use client";

import { useState } from "react";
import { useLocale } from "#use-locale";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { Select } from "@/components/ui/select.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { AnalysisVersion } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { versions } from "@/lib/words/en/review/versions.ts";
import { scoreOf } from "@/lib/words/format.ts";
import type { Locale } from "@/lib/words/locale.ts";
import { shortMethodWords } from "@/lib/words/method-words.ts";
import { VersionChanges } from "./version-changes.tsx";

const sentences = catalogue({ en: versions });

type AnalysisVersionsProps = { interviewId: string; versions: AnalysisVersion[] };

/** Every analysis that was made, and what is different between two of them. */
export function AnalysisVersions({ interviewId, versions }: AnalysisVersionsProps) {
  const say = useWords(sentences);
  const [open, setOpen] = useState(false);
  if (versions.length < 2) return null;
  const completed = versions.filter(({ status }) => status === "completed");
  return (
    <Disclosure summary={say("title", { count: versions.length })} onToggle={setOpen}>
      <ul aria-label={say("list")} className="divide-y divide-hairline text-sm">
        {versions.map((version) => (
          <VersionLine key={version.version} version={version} />
        ))}
      </ul>
      {open && completed.length > 1 ? (
        // A newer version changes what is compared at first.
        <Comparison key={completed[0]?.version} interviewId={interviewId} completed={completed} />
      ) : null}
    </Disclosure>
  );
}

function VersionLine({ version: made }: { version: AnalysisVersion }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { version, completed_at: at, requested_by: who } = made;
  return (
    <li className="py-2.5">
      <p className="flex items-baseline justify-between gap-4 tabular-nums">
        <span className="font-strong">{say("version", { version })}</span>
        <span>{resultOf(made, locale)}</span>
      </p>
      <p className="mt-0.5 text-xs break-words text-muted">
        {sourceOf(made, locale)} · {at ? <LocalTime at={at} format="long" /> : say("unfinished")} ·{" "}
        {who ? say("asked_for", { name: who }) : say("by_itself")}
      </p>
    </li>
  );
}

/** Its score and what that rests on, or where it stands. */
function resultOf({ status, overall_score: overall, coverage }: AnalysisVersion, locale: Locale): string {
  const say = sentences.in(locale);
  if (overall === null) return say(`status:${status}`);
  const score = scoreOf(overall, locale);
  if (coverage === null) return say("score", { score });
  return say("score_from", { score, scored: coverage.scored, total: coverage.total });
}

function sourceOf({ model, method, status }: AnalysisVersion, locale: Locale): string {
  const say = sentences.in(locale);
  if (!method) return status === "failed" ? say("source:failed") : say("source:none");
  return [shortMethodWords(method, locale), model].filter(Boolean).join(", ");
}

function Comparison({ interviewId, completed }: { interviewId: string; completed: AnalysisVersion[] }) {
  const say = useWords(sentences);
  const [from, setFrom] = useState(completed[1]?.version ?? 0);
  const [to, setTo] = useState(completed[0]?.version ?? 0);
  return (
    <div className="mt-4">
      <h3 className="text-sm">{say("changes")}</h3>
      <div className="mt-2 grid grid-cols-2 gap-3 sm:max-w-sm">
        <Field label={say("from")}>
          <VersionSelect completed={completed} value={from} onChange={setFrom} />
        </Field>
        <Field label={say("to")}>
          <VersionSelect completed={completed} value={to} onChange={setTo} />
        </Field>
      </div>
      {from === to ? (
        <p className="mt-3 text-sm text-muted">{say("choose")}</p>
      ) : (
        <VersionChanges interviewId={interviewId} from={from} to={to} />
      )}
    </div>
  );
}

type VersionSelectProps = { completed: AnalysisVersion[]; value: number; onChange: (version: number) => void };

function VersionSelect({ completed, value, onChange }: VersionSelectProps) {
  const say = useWords(sentences);
  return (
    <Select value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {completed.map(({ version }) => (
        <option key={version} value={version}>
          {say("version", { version })}
        </option>
      ))}
    </Select>
  );
}

"use client";

import { useState } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { AnalysisVersion } from "@/lib/contract/review.ts";
import { scoreOf } from "./format.ts";
import { VersionChanges } from "./version-changes.tsx";
import { shortMethod } from "./words.ts";

type AnalysisVersionsProps = { interviewId: string; versions: AnalysisVersion[] };

/** Every analysis that was made, and what is different between two of them. */
export function AnalysisVersions({ interviewId, versions }: AnalysisVersionsProps) {
  if (versions.length < 2) return null;
  const completed = versions.filter(({ status }) => status === "completed");
  return (
    <Disclosure summary={`Versions (${versions.length})`}>
      <ul aria-label="Analyses, latest first" className="divide-y divide-hairline text-sm">
        {versions.map((version) => (
          <VersionLine key={version.version} version={version} />
        ))}
      </ul>
      {completed.length > 1 ? (
        // A newer version changes what is compared at first.
        <Comparison key={completed[0]?.version} interviewId={interviewId} completed={completed} />
      ) : null}
    </Disclosure>
  );
}

const STATUS_WORDS = {
  pending: "Waiting",
  processing: "Being made",
  completed: "Not assessed",
  failed: "Did not succeed",
} as const satisfies Record<AnalysisVersion["status"], string>;

function VersionLine({ version: made }: { version: AnalysisVersion }) {
  const { version, status, overall_score: overall, completed_at: at, requested_by: who } = made;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2.5">
      <span className="font-strong tabular-nums">Version {version}</span>
      <span className="min-w-0 break-words">{sourceOf(made)}</span>
      <span className="ms-auto tabular-nums">
        {overall === null ? STATUS_WORDS[status] : `${scoreOf(overall)} of 100`}
      </span>
      <span className="w-full text-xs text-muted">
        {at ? <LocalTime at={at} format="long" /> : "Not finished"} ·{" "}
        {who ? `asked for by ${who}` : "made when the interview ended"}
      </span>
    </li>
  );
}

function sourceOf({ model, method_label: label, status }: AnalysisVersion): string {
  if (!label) return status === "failed" ? "No scorer came to its end" : "Not scored yet";
  return model ? `${shortMethod(label)}, ${model}` : shortMethod(label);
}

function Comparison({ interviewId, completed }: { interviewId: string; completed: AnalysisVersion[] }) {
  const [from, setFrom] = useState(completed[1]?.version ?? 0);
  const [to, setTo] = useState(completed[0]?.version ?? 0);
  return (
    <div className="mt-4">
      <h3 className="text-sm">What changed</h3>
      <div className="mt-2 grid grid-cols-2 gap-3 sm:max-w-sm">
        <Field label="From">
          <VersionSelect completed={completed} value={from} onChange={setFrom} />
        </Field>
        <Field label="To">
          <VersionSelect completed={completed} value={to} onChange={setTo} />
        </Field>
      </div>
      {from === to ? (
        <p className="mt-3 text-sm text-muted">Choose two different versions.</p>
      ) : (
        <VersionChanges interviewId={interviewId} from={from} to={to} />
      )}
    </div>
  );
}

type VersionSelectProps = { completed: AnalysisVersion[]; value: number; onChange: (version: number) => void };

function VersionSelect({ completed, value, onChange }: VersionSelectProps) {
  return (
    <Select value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {completed.map(({ version }) => (
        <option key={version} value={version}>
          Version {version}
        </option>
      ))}
    </Select>
  );
}

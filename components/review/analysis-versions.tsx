"use client";

import { useState } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { AnalysisVersion } from "@/lib/contract/review.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { VersionChanges } from "./version-changes.tsx";
import { shortMethod } from "./words.ts";

type AnalysisVersionsProps = { interviewId: string; versions: AnalysisVersion[] };

/** Every analysis that was made, and what is different between two of them. */
export function AnalysisVersions({ interviewId, versions }: AnalysisVersionsProps) {
  const [open, setOpen] = useState(false);
  if (versions.length < 2) return null;
  const completed = versions.filter(({ status }) => status === "completed");
  return (
    <Disclosure summary={`Versions (${versions.length})`} onToggle={setOpen}>
      <ul aria-label="Analyses, latest first" className="divide-y divide-hairline text-sm">
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

const STATUS_WORDS = {
  pending: "Waiting",
  processing: "Being made",
  completed: "Not assessed",
  failed: "Did not succeed",
} as const satisfies Record<AnalysisVersion["status"], string>;

function VersionLine({ version: made }: { version: AnalysisVersion }) {
  const { version, status, overall_score: overall, completed_at: at, requested_by: who, coverage } = made;
  const basis = coverage ? `, from ${coverage.scored} of ${coverage.total}` : "";
  return (
    <li className="py-2.5">
      <p className="flex items-baseline justify-between gap-4 tabular-nums">
        <span className="font-strong">Version {version}</span>
        <span>{overall === null ? STATUS_WORDS[status] : `${scoreOf(overall)} of 100${basis}`}</span>
      </p>
      <p className="mt-0.5 text-xs break-words text-muted">
        {sourceOf(made)} · {at ? <LocalTime at={at} format="long" /> : "Not finished"} ·{" "}
        {who ? `asked for by ${who}` : "made when the interview ended"}
      </p>
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

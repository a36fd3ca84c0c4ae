"use client";

import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { Review, ReviewEvent } from "@/lib/contract/review.ts";
import { lengthOf } from "@/lib/words/measure-words.ts";
import { browserOf } from "./format.ts";
import { TimeButton } from "./player/time-button.tsx";

type SessionDetailsProps = Pick<
  Review,
  "session" | "consent" | "consent_text" | "consent_basis" | "invited_at" | "technical_issues" | "session_logs"
>;

/** How the sitting went: what got in the way, when it was and by what means. */
export function SessionDetails({
  session,
  consent,
  consent_text: agreedText,
  consent_basis: basis,
  invited_at,
  technical_issues: issues,
  session_logs,
}: SessionDetailsProps) {
  if (!session) return null;
  return (
    <Card as="section" aria-labelledby="session">
      <h2 id="session" className="text-lg">
        Session
      </h2>
      {issues.length > 0 ? (
        <div className="mt-4">
          <Alert tone="caution" title={issues.length === 1 ? "1 technical issue" : `${issues.length} technical issues`}>
            <EventList label="Technical issues" events={issues} />
          </Alert>
        </div>
      ) : null}
      <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
        <Fact term="Started">
          <LocalTime at={session.started_at} format="long" />
        </Fact>
        <Fact term="Took">
          {session.ended_at
            ? lengthOf((Date.parse(session.ended_at) - Date.parse(session.started_at)) / 1000)
            : "Not ended"}
        </Fact>
        <Fact term="Browser">
          <span title={session.browser ?? undefined}>{session.browser ? browserOf(session.browser) : "Not known"}</span>
        </Fact>
        <Fact term="Connection">{session.network_quality ?? "Not measured"}</Fact>
        <Fact term="Consent">
          {consent ? (
            <>
              Version {consent.version}, <LocalTime at={consent.at} />
              {consent.by ? ` · given by ${consent.by}, not by the candidate` : null}
            </>
          ) : (
            vouchedWords(basis)
          )}
        </Fact>
        <Fact term="Invited">
          <LocalTime at={invited_at} format="long" />
        </Fact>
      </dl>
      {agreedText ? (
        <Disclosure summary="What the candidate agreed to" className="mt-4">
          <p className="max-w-prose text-sm whitespace-pre-line">{agreedText}</p>
        </Disclosure>
      ) : null}
      <Disclosure summary={`Session log (${session_logs.length})`} className="mt-4 print:hidden">
        <EventList label="Session log" events={session_logs} />
      </Disclosure>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}

function EventList({ label, events }: { label: string; events: ReviewEvent[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2">
      {events.map(({ event_id, at, message, media_offset_seconds: seconds, media_file: file }) => (
        <li key={event_id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-2 text-sm">
          <span className="text-xs text-muted">
            <LocalTime at={at} format="clock" />
          </span>
          <span className="flex flex-wrap items-center gap-2">
            {message}
            {seconds === null ? null : <TimeButton seconds={seconds} file={file} of="the recording" />}
          </span>
        </li>
      ))}
    </ol>
  );
}

function vouchedWords(basis: Review["consent_basis"]): string {
  if (basis === "key") return "Not asked in the room: your program vouched for it by its key";
  if (basis === "link_unopened")
    return "Not asked in the room: the link was never opened, so whoever invited vouched for it";
  return "Not recorded by this client";
}

"use client";

import type { ReactNode } from "react";
import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review, ReviewEvent } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { session as ofSessions } from "@/lib/words/en/review/session.ts";
import { lengthOf } from "@/lib/words/measure-words.ts";
import { browserOf } from "./format.ts";
import { NAMES, nameOf } from "./names.ts";
import { TimeButton } from "./player/time-button.tsx";

const sentences = catalogue({ en: ofSessions });

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
  const locale = useLocale();
  const say = sentences.in(locale);
  if (!session) return null;
  return (
    <Card as="section" aria-labelledby="session">
      <h2 id="session" className="text-lg">
        {say("title")}
      </h2>
      {issues.length > 0 ? (
        <div className="mt-4">
          <Alert tone="caution" title={say("issues", { count: issues.length })}>
            <EventList label={say("issues:list")} events={issues} />
          </Alert>
        </div>
      ) : null}
      <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
        <Fact term={say("started")}>
          <LocalTime at={session.started_at} format="long" />
        </Fact>
        <Fact term={say("took")}>
          {session.ended_at
            ? lengthOf((Date.parse(session.ended_at) - Date.parse(session.started_at)) / 1000, locale)
            : say("not_ended")}
        </Fact>
        <Fact term={say("browser")}>
          {session.browser ? (
            <bdi translate="no" title={session.browser}>
              {browserOf(session.browser, locale)}
            </bdi>
          ) : (
            say("browser:unknown")
          )}
        </Fact>
        <Fact term={say("connection")}>
          {session.network_quality
            ? nameOf("connection", session.network_quality, NAMES.in(locale))
            : say("connection:unknown")}
        </Fact>
        <Fact term={say("consent")}>{consent ? <Given consent={consent} /> : say(consentKey(basis))}</Fact>
        <Fact term={say("invited")}>
          <LocalTime at={invited_at} format="long" />
        </Fact>
      </dl>
      {agreedText ? (
        <Disclosure summary={say("agreed")} className="mt-4">
          <p dir="auto" className="max-w-prose text-sm whitespace-pre-line">
            {agreedText}
          </p>
        </Disclosure>
      ) : null}
      <Disclosure summary={say("log", { count: session_logs.length })} className="mt-4 print:hidden">
        <EventList label={say("log:list")} events={session_logs} />
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
            {seconds === null ? null : <TimeButton seconds={seconds} file={file} of={{ what: "recording" }} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Given({ consent: { version, at, by } }: { consent: NonNullable<Review["consent"]> }) {
  const say = useWords(sentences);
  const given = { version, at: () => <LocalTime at={at} /> };
  return by ? say.rich("consent:given_by", { ...given, name: by }) : say.rich("consent:given", given);
}

/** Who vouches for what was not asked in the room. */
function consentKey(basis: Review["consent_basis"]): "consent:key" | "consent:link_unopened" | "consent:none" {
  return basis === "key" || basis === "link_unopened" ? `consent:${basis}` : "consent:none";
}

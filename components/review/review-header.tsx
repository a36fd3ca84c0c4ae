import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Review } from "@/lib/contract/review.ts";
import { STATE_WORDS, VERDICT_WORDS } from "./words.ts";

/** Who it is about, where the interview stands, and what was decided. */
export function ReviewHeader({ review }: { review: Review }) {
  const { candidate, template, state, session, invited_at, expires_at, decisions } = review;
  const decided = decisions[0];
  return (
    <header>
      <Link
        href="/dashboard"
        className="inline-flex min-h-8 items-center gap-1.5 rounded-control text-sm text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden size={16} />
        Interviews
      </Link>
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl break-words">{candidate.name}</h1>
          <p className="mt-1 text-sm break-words text-muted">
            {template.role_title} ·{" "}
            <a href={`mailto:${candidate.email}`} className="hover:text-ink hover:underline">
              {candidate.email}
            </a>{" "}
            · {session ? "taken " : "invited "}
            <LocalTime at={session?.started_at ?? invited_at} format="long" />
            {state === "invited" ? (
              <>
                , open until <LocalTime at={expires_at} format="long" />
              </>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <StatusPill tone={STATE_WORDS[state].tone} icon={STATE_WORDS[state].icon}>
            {STATE_WORDS[state].label}
          </StatusPill>
          {decided ? (
            <StatusPill tone={VERDICT_WORDS[decided.decision].tone} icon={VERDICT_WORDS[decided.decision].icon}>
              {`Decided: ${VERDICT_WORDS[decided.decision].label.toLowerCase()}`}
            </StatusPill>
          ) : null}
          {state === "completed" && !decided ? (
            <a
              href="#decision"
              className="inline-flex h-8 items-center rounded-control px-3 text-sm font-strong text-accent hover:bg-hover"
            >
              Go to decision
            </a>
          ) : null}
        </div>
      </div>
    </header>
  );
}

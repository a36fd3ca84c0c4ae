import { Trash2 } from "lucide-react";
import { BackToList } from "@/components/dashboard/back-to-list.tsx";
import { ShareButton } from "@/components/share/share-button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Review } from "@/lib/contract/review.ts";
import { STATE_WORDS } from "./words.ts";

/** Who it is about and where the interview stands. */
export function ReviewHeader({ review, mayShare }: { review: Review; mayShare: boolean }) {
  const { candidate, template, state, session, invited_at, expires_at } = review;
  return (
    <header>
      <BackToList />
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl break-words">{candidate.name}</h1>
          <p className="mt-1 text-sm break-words text-muted">
            {template.role_title} ·{" "}
            <a href={`mailto:${candidate.email}`} className="hover:text-ink hover:underline">
              {candidate.email}
            </a>{" "}
            · {session ? (state === "completed" ? "taken " : "started ") : "invited "}
            <LocalTime at={session?.started_at ?? invited_at} format="long" />
            {state === "invited" ? (
              <>
                , open until <LocalTime at={expires_at} format="long" />
              </>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {candidate.deletion_requested_at ? (
            <StatusPill tone="caution" icon={Trash2}>
              Asked for deletion
            </StatusPill>
          ) : null}
          <StatusPill tone={STATE_WORDS[state].tone} icon={STATE_WORDS[state].icon}>
            {STATE_WORDS[state].label}
          </StatusPill>
          {mayShare && state === "completed" ? (
            <span className="print:hidden">
              <ShareButton interviewId={review.interview_id} candidateName={candidate.name} />
            </span>
          ) : null}
        </div>
      </div>
    </header>
  );
}

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { STATE_WORDS, VERDICT_WORDS } from "@/components/review/words.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { ROW_COLUMNS } from "./row-columns.ts";
import { RowMenu } from "./row-menu.tsx";
import { RowScore } from "./row-score.tsx";

type InterviewRowProps = { interview: ListedInterview; mayInvite: boolean };

/** One interview; the whole line leads to its review. */
export function InterviewRow({ interview, mayInvite }: InterviewRowProps) {
  const { id, candidate, roleTitle, templateName, state, analysis, decision, decidedBy, url } = interview;
  const said = STATE_WORDS[state];
  return (
    <li
      title={templateName === roleTitle ? roleTitle : `${roleTitle} · ${templateName}`} // where it is cut
      className={classNames(
        "relative grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-y-3 py-4 transition-colors hover:bg-hover",
        "has-[a:focus-visible]:bg-hover lg:min-h-18 lg:py-3",
        ROW_COLUMNS,
      )}
    >
      <div className="min-w-0">
        <Link
          href={`/interviews/${id}`}
          prefetch={false}
          className="block truncate text-sm font-strong after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
        >
          {candidate.name}
        </Link>
        <p className="truncate text-sm text-muted">{candidate.email}</p>
      </div>
      <div className="min-w-0 max-lg:col-start-1 max-lg:row-start-2">
        <p className="line-clamp-2 text-sm break-words">{roleTitle}</p>
        {templateName === roleTitle ? null : (
          <p className="line-clamp-2 text-sm break-words text-muted">{templateName}</p>
        )}
      </div>
      <div className="max-lg:col-start-2 max-lg:row-start-1 max-lg:justify-self-end max-lg:ps-3">
        <StatusPill tone={said.tone} icon={said.icon} bare>
          {said.label}
        </StatusPill>
      </div>
      <div className="max-lg:col-start-1 max-lg:row-start-3 max-lg:empty:hidden">
        {analysis ? <RowScore analysis={analysis} name={candidate.name} /> : null}
      </div>
      <div className="max-lg:col-start-2 max-lg:row-start-3 max-lg:justify-self-end max-lg:ps-3 max-lg:empty:hidden">
        {decision ? (
          <div className="min-w-0">
            <StatusPill tone={VERDICT_WORDS[decision].tone} icon={VERDICT_WORDS[decision].icon}>
              {VERDICT_WORDS[decision].label}
            </StatusPill>
            {decidedBy ? <span className="mt-1 block truncate text-xs text-muted">{decidedBy}</span> : null}
          </div>
        ) : interview.deletionRequestedAt ? (
          <StatusPill tone="caution" icon={Trash2}>
            Asked for deletion
          </StatusPill>
        ) : state === "completed" ? (
          <span className="text-sm text-muted">Not decided</span>
        ) : null}
      </div>
      <When interview={interview} />
      <div className="relative z-10 justify-self-end max-lg:col-start-3 max-lg:row-span-2 max-lg:row-start-1 max-lg:ms-2 max-lg:-me-2 max-lg:empty:hidden">
        {mayInvite && url ? <RowMenu interviewId={id} name={candidate.name} url={url} /> : null}
      </div>
    </li>
  );
}

function When({ interview: { state, endedAt, startedAt, invitedAt, expiresAt } }: { interview: ListedInterview }) {
  const taken = endedAt ?? startedAt;
  return (
    <div className="text-sm max-lg:col-start-2 max-lg:row-start-2 max-lg:ps-3 max-lg:text-end">
      <LocalTime at={invitedAt} format="date" />
      <span className="block text-xs text-muted">
        {taken ? (
          <>
            taken <LocalTime at={taken} />
          </>
        ) : state === "invited" ? (
          <>
            open until <LocalTime at={expiresAt} format="date" />
          </>
        ) : null}
      </span>
    </div>
  );
}

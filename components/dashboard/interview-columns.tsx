import { Trash2 } from "lucide-react";
import { STATE_WORDS, VERDICT_WORDS } from "@/components/review/words.ts";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Column } from "@/components/ui/table/columns.ts";
import { RowLink } from "@/components/ui/table/row-link.tsx";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { RowMenu } from "./row-menu.tsx";
import { RowScore } from "./row-score.tsx";

/** The columns of the list. Its last one is what can be done with an invitation that is still open. */
export function interviewColumns(mayInvite: boolean): Column<ListedInterview>[] {
  return [
    {
      head: "Candidate",
      width: "minmax(0,2.2fr)",
      className: "min-w-0",
      cell: candidateCell,
      skeleton: ["h-3.5 w-36", "h-3 w-48 max-w-full"],
    },
    {
      head: "Interview",
      width: "minmax(0,1.3fr)",
      className: "min-w-0 max-lg:col-start-1 max-lg:row-start-2",
      cell: templateCell,
      skeleton: ["h-3.5 w-28"],
    },
    {
      head: "State",
      width: "7.5rem",
      className: "max-lg:col-start-2 max-lg:row-start-1 max-lg:justify-self-end max-lg:ps-3",
      cell: stateCell,
      skeleton: ["h-3.5 w-20"],
    },
    {
      head: "Score",
      width: "minmax(0,1.7fr)",
      className: "max-lg:col-start-1 max-lg:row-start-3 max-lg:empty:hidden",
      cell: ({ analysis, candidate }) => (analysis ? <RowScore analysis={analysis} name={candidate.name} /> : null),
      skeleton: ["h-3.5 w-24"],
    },
    {
      head: "Decision",
      width: "minmax(0,1.6fr)",
      className: "max-lg:col-start-2 max-lg:row-start-3 max-lg:justify-self-end max-lg:ps-3 max-lg:empty:hidden",
      cell: decisionCell,
      skeleton: ["h-6 w-28"],
    },
    {
      head: "Invited",
      width: "8.5rem",
      className: "text-sm max-lg:col-start-2 max-lg:row-start-2 max-lg:ps-3 max-lg:text-end",
      cell: invitedCell,
      skeleton: ["h-3.5 w-20"],
    },
    {
      head: "",
      width: "2rem",
      className:
        "relative z-10 justify-self-end max-lg:col-start-3 max-lg:row-span-2 max-lg:row-start-1 max-lg:ms-2 max-lg:-me-2 max-lg:empty:hidden",
      cell: ({ id, candidate, url }) =>
        mayInvite && url ? <RowMenu interviewId={id} name={candidate.name} url={url} /> : null,
      skeleton: [],
    },
  ];
}

function candidateCell({ id, candidate }: ListedInterview) {
  return (
    <>
      <RowLink href={`/interviews/${id}`}>{candidate.name}</RowLink>
      <p className="truncate text-sm text-muted">{candidate.email}</p>
    </>
  );
}

function templateCell({ roleTitle, templateName }: ListedInterview) {
  return (
    <>
      <p className="line-clamp-2 text-sm break-words">{roleTitle}</p>
      {templateName === roleTitle ? null : (
        <p className="line-clamp-2 text-sm break-words text-muted">{templateName}</p>
      )}
    </>
  );
}

function stateCell({ state }: ListedInterview) {
  const { tone, icon, label } = STATE_WORDS[state];
  return (
    <StatusPill tone={tone} icon={icon} bare>
      {label}
    </StatusPill>
  );
}

function decisionCell({ decision, decidedBy, deletionRequestedAt, state }: ListedInterview) {
  if (decision) {
    const { tone, icon, label } = VERDICT_WORDS[decision];
    return (
      <div className="min-w-0">
        <StatusPill tone={tone} icon={icon}>
          {label}
        </StatusPill>
        {decidedBy ? <span className="mt-1 block truncate text-xs text-muted">{decidedBy}</span> : null}
      </div>
    );
  }
  if (deletionRequestedAt) {
    return (
      <StatusPill tone="caution" icon={Trash2}>
        Asked for deletion
      </StatusPill>
    );
  }
  return state === "completed" ? <span className="text-sm text-muted">Not decided</span> : null;
}

function invitedCell({ state, endedAt, startedAt, invitedAt, expiresAt }: ListedInterview) {
  const taken = endedAt ?? startedAt;
  return (
    <>
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
    </>
  );
}

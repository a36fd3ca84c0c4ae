import { AsIs } from "@/components/review/as-is.tsx";
import { StatePill } from "@/components/review/state-pill.tsx";
import { VerdictPill } from "@/components/review/verdict-pill.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { Column } from "@/components/ui/table/columns.ts";
import { RowLink } from "@/components/ui/table/row-link.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import type { Locale } from "@/lib/words/locale.ts";
import { RowMenu } from "./row-menu.tsx";
import { RowScore } from "./row-score.tsx";

const sentences = catalogue({ en: list });

/** The columns of the list. Its last one is what can be done with an invitation that is still open. */
export function interviewColumns(mayInvite: boolean, locale: Locale): Column<ListedInterview>[] {
  const say = sentences.in(locale);
  return [
    {
      head: say("head:candidate"),
      width: "minmax(0,2.2fr)",
      className: "min-w-0",
      cell: candidateCell,
      skeleton: ["h-3.5 w-36", "h-3 w-48 max-w-full"],
    },
    {
      head: say("head:interview"),
      width: "minmax(0,1.3fr)",
      className: "min-w-0 max-lg:col-start-1 max-lg:row-start-2",
      cell: templateCell,
      skeleton: ["h-3.5 w-28"],
    },
    {
      head: say("head:state"),
      width: "7.5rem",
      className: "max-lg:col-start-2 max-lg:row-start-1 max-lg:justify-self-end max-lg:ps-3",
      cell: ({ state }) => <StatePill state={state} bare />,
      skeleton: ["h-3.5 w-20"],
    },
    {
      head: say("head:score"),
      width: "minmax(0,1.7fr)",
      className: "max-lg:col-start-1 max-lg:row-start-3 max-lg:empty:hidden",
      cell: ({ analysis, candidate }) => (analysis ? <RowScore analysis={analysis} name={candidate.name} /> : null),
      skeleton: ["h-3.5 w-24"],
    },
    {
      head: say("head:decision"),
      width: "minmax(0,1.6fr)",
      className: "max-lg:col-start-2 max-lg:row-start-3 max-lg:justify-self-end max-lg:ps-3 max-lg:empty:hidden",
      cell: (interview) => <Decision interview={interview} />,
      skeleton: ["h-6 w-28"],
    },
    {
      head: say("head:invited"),
      width: "8.5rem",
      className: "text-sm max-lg:col-start-2 max-lg:row-start-2 max-lg:ps-3 max-lg:text-end",
      cell: (interview) => <Invited interview={interview} />,
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
      <RowLink href={`/interviews/${id}`}>
        <bdi>{candidate.name}</bdi>
      </RowLink>
      <p className="truncate text-sm text-muted">
        <AsIs>{candidate.email}</AsIs>
      </p>
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

type Cell = { interview: ListedInterview };

function Decision({ interview: { decision, decidedBy, deletionRequestedAt, state } }: Cell) {
  const say = useWords(sentences);
  if (decision) {
    return (
      <div className="min-w-0">
        <VerdictPill verdict={decision} />
        {decidedBy ? <span className="mt-1 block truncate text-xs text-muted">{decidedBy}</span> : null}
      </div>
    );
  }
  if (deletionRequestedAt) return <StatePill state="deletion_requested" />;
  return state === "completed" ? <span className="text-sm text-muted">{say("not_decided")}</span> : null;
}

function Invited({ interview: { state, endedAt, startedAt, invitedAt, expiresAt } }: Cell) {
  const say = useWords(sentences);
  const taken = endedAt ?? startedAt;
  return (
    <>
      <LocalTime at={invitedAt} format="date" />
      <span className="block text-xs text-muted">
        {taken
          ? say.rich("taken", { at: () => <LocalTime at={taken} /> })
          : state === "invited"
            ? say.rich("open_until", { at: () => <LocalTime at={expiresAt} format="date" /> })
            : null}
      </span>
    </>
  );
}

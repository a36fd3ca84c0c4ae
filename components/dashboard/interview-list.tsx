import type { ReactNode } from "react";
import { useLocale } from "#use-locale";
import { Table } from "@/components/ui/table/table.tsx";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { ChosenInvitations } from "./chosen-invitations.tsx";
import { interviewColumns } from "./interview-columns.tsx";

const sentences = catalogue({ en: list });

type InterviewListProps = {
  interviews: ListedInterview[];
  mayInvite: boolean;
  /** What there is to say where there are none. */
  empty: ReactNode;
};

/** The interviews of one page. Whoever may invite can choose open invitations, to do something with several. */
export function InterviewList({ interviews, mayInvite, empty }: InterviewListProps) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const open = interviews.flatMap(({ id, url, candidate: { name } }) => (url ? [{ id, url, name }] : []));
  return (
    <Table
      label={say("title")}
      columns={interviewColumns(mayInvite, locale)}
      rows={interviews}
      titleOf={({ roleTitle, templateName }) =>
        templateName === roleTitle ? roleTitle : `${roleTitle} · ${templateName}`
      }
      choosing={
        mayInvite
          ? {
              labelOf: ({ url, candidate }) => (url ? say("choose", { name: candidate.name }) : null),
              actions: <ChosenInvitations open={open} />,
            }
          : null
      }
      empty={empty}
    />
  );
}

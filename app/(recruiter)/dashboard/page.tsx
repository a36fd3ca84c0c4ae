import type { Metadata } from "next";
import { FilterBar } from "@/components/dashboard/filter-bar.tsx";
import { InterviewList } from "@/components/dashboard/interview-list.tsx";
import { InviteButton } from "@/components/dashboard/invite-dialog.tsx";
import { listAddress, parseListAddress } from "@/components/dashboard/list-address.ts";
import { NothingHere } from "@/components/dashboard/nothing-here.tsx";
import { Pager } from "@/components/dashboard/pager.tsx";
import { RefreshWhile } from "@/components/dashboard/refresh-while.tsx";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { listInterviews } from "@/lib/review/list-interviews.ts";
import { listTemplates } from "@/lib/review/list-templates.ts";
import { requireUser } from "../require-user.ts";

export const metadata: Metadata = { title: "Interviews" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DashboardPage({ searchParams }: Props) {
  const filter = parseListAddress(await searchParams);
  const { actor, mayInvite } = await requireUser(listAddress(filter));
  const [{ interviews, older, newer }, templates] = await Promise.all([
    listInterviews(filter, actor),
    mayInvite ? listTemplates(actor) : [],
  ]);
  const chosen = { search: filter.search, state: filter.state };
  const invite = mayInvite ? <InviteButton templates={templates} /> : null;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl">Interviews</h1>
        {invite}
      </div>
      <FilterBar filter={chosen}>
        {interviews.length > 0 ? (
          <InterviewList interviews={interviews} mayInvite={mayInvite} />
        ) : (
          <NothingHere filter={chosen} invite={invite} />
        )}
        <Pager filter={chosen} older={older} newer={newer} />
      </FilterBar>
      <RefreshWhile active={interviews.some(isUnderWay)} />
    </>
  );
}

/** Being analysed: its line will change by itself. */
function isUnderWay({ analysis }: ListedInterview): boolean {
  return analysis?.status === "pending" || analysis?.status === "processing";
}

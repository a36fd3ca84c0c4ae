import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { ExportMenu } from "@/components/dashboard/export-menu.tsx";
import { FilterBar } from "@/components/dashboard/filter-bar.tsx";
import { interviewColumns } from "@/components/dashboard/interview-columns.tsx";
import { InterviewList } from "@/components/dashboard/interview-list.tsx";
import { InviteButton } from "@/components/dashboard/invite-dialog.tsx";
import { KeepFresh } from "@/components/dashboard/keep-fresh.tsx";
import { listAddress, parseListAddress, unknownState } from "@/components/dashboard/list-address.ts";
import { NothingHere } from "@/components/dashboard/nothing-here.tsx";
import { StoppedNotice } from "@/components/settings/webhooks/stopped-notice.tsx";
import { Alert } from "@/components/ui/alert.tsx";
import { Pager } from "@/components/ui/table/pager.tsx";
import { TableSkeleton } from "@/components/ui/table/table-skeleton.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import type { AddressParams } from "@/lib/client/list-address.ts";
import type { InterviewFilter, ListedInterview } from "@/lib/contract/interview-list.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { countLeftOut } from "@/lib/exports/count-left-out.ts";
import { readInterviewPage } from "@/lib/interviews/read-interview-page.ts";
import { presentInterviewPage } from "@/lib/present/pages/interview-list.ts";
import { presentChoices } from "@/lib/present/pages/template-choices.ts";
import { listTemplates } from "@/lib/templates/read.ts";
import { countStopped } from "@/lib/webhooks/manage/read.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { requireUser } from "../require-user.ts";

const sentences = catalogue({ en: list });

export async function generateMetadata(): Promise<Metadata> {
  return { title: sentences.in(await pageLocale())("title") };
}

type Props = { searchParams: Promise<AddressParams> };

export default async function DashboardPage({ searchParams }: Props) {
  const params = await searchParams;
  const locale = await pageLocale();
  const say = sentences.in(locale);
  const filter = parseListAddress(params);
  const unknown = unknownState(params);
  const { actor, may, mayInvite } = await requireUser(listAddress(filter));
  const invite = mayInvite ? <InviteButton templates={await templateChoices(actor)} /> : null;
  const stopped = may("webhooks.manage") ? await countStopped(actor) : 0;
  return (
    <>
      <StoppedNotice count={stopped} />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl">{say("title")}</h1>
        <div className="flex flex-wrap gap-3">
          {may("exports.read") ? (
            <ExportMenu
              filter={{ search: filter.search, state: filter.state }}
              leftOut={await countLeftOut(actor, filter)}
            />
          ) : null}
          {invite}
        </div>
      </div>
      <FilterBar filter={{ search: filter.search, state: filter.state }}>
        {unknown === null ? null : (
          <div className="mb-4">
            <Alert tone="info" title={say("unknown_filter:title", { state: unknown })}>
              {say("unknown_filter:words")}
            </Alert>
          </div>
        )}
        <Suspense
          fallback={
            <TableSkeleton label={say("loading")} columns={interviewColumns(mayInvite, locale)} choosing={mayInvite} />
          }
        >
          <Interviews filter={filter} actor={actor} invite={invite} />
        </Suspense>
      </FilterBar>
    </>
  );
}

async function templateChoices(actor: Actor) {
  return presentChoices(await listTemplates({ archived: false }, { after: null, limit: null }, actor));
}

/** @param invite the button to invite by; null for who may not */
async function Interviews({ filter, actor, invite }: { filter: InterviewFilter; actor: Actor; invite: ReactNode }) {
  const page = await readInterviewPage(filter, actor);
  const { interviews, older, newer, version } = presentInterviewPage(page, await pageLocale());
  const { search, state } = filter;
  return (
    <>
      <InterviewList
        interviews={interviews}
        mayInvite={invite !== null}
        empty={<NothingHere filter={{ search, state }} invite={invite} />}
      />
      <Pager
        back={newer && listAddress({ search, state, newer })}
        on={older && listAddress({ search, state, older })}
      />
      <KeepFresh address={listAddress(filter)} version={version} isUnderWay={interviews.some(isUnderWay)} />
    </>
  );
}

/** Being analysed: its line will change by itself. */
function isUnderWay({ analysis }: ListedInterview): boolean {
  return analysis?.status === "pending" || analysis?.status === "processing";
}

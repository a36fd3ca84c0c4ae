import type { Metadata } from "next";
import { ActivityList, type ListedActivity } from "@/components/settings/activity-list.tsx";
import { Pager } from "@/components/ui/table/pager.tsx";
import { type ActivityLine, listActivity } from "@/lib/audit/list-activity.ts";
import { type AddressParams, listAddressOf } from "@/lib/client/list-address.ts";
import { env } from "@/lib/env.ts";
import { AppError } from "@/lib/errors.ts";
import { presentAuditEvent } from "@/lib/present/v1/audit-event.ts";
import { listPage, readEventCursor } from "@/lib/present/v1/cursor.ts";
import { requireUser } from "../../require-user.ts";
import { ForOwners } from "../for-owners.tsx";

export const metadata: Metadata = { title: "Activity" };

const PAGE_SIZE = 50;

const LIST = listAddressOf("/settings/activity", {});

type Props = { searchParams: Promise<AddressParams> };

export default async function ActivityPage({ searchParams }: Props) {
  const { older: cursor } = LIST.parse(await searchParams);
  const { actor, may } = await requireUser("/settings/activity");
  if (!may("audit.read")) return <ForOwners title="The record of activity is for owners" />;
  const rows = await listActivity(actor, { after: placeOf(cursor), limit: PAGE_SIZE + 1 });
  const placed = rows.map((row) => ({ ...row, createdAt: row.event.at, id: row.event.id.toString() }));
  const { data, next_cursor: next } = listPage(placed, PAGE_SIZE, toListed);
  return (
    <>
      <p className="mb-6 max-w-prose text-sm text-muted">
        Who did what in your organisation, newest first. Every entry stays for {env().retention.auditDays} days, and
        nobody can take it out before.
      </p>
      <ActivityList events={data} />
      <Pager back={cursor ? LIST.format({}) : null} on={next && LIST.format({ older: next })} toFirst />
    </>
  );
}

function toListed(line: ActivityLine): ListedActivity {
  const { subject: about, candidate, member } = line;
  return { ...presentAuditEvent(line), about, candidate, member };
}

/** A cursor that no list has given, from an address typed by hand, begins at the newest. */
function placeOf(cursor: string | undefined) {
  try {
    return readEventCursor(cursor);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

import Link from "next/link";
import { Card } from "@/components/ui/card.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { AuditEvent } from "@/lib/contract/v1/audit-events.ts";
import { actionWords, actorWords, detailWords } from "./activity-words.ts";

/** Who did what, a line each. */
export function ActivityList({ events }: { events: AuditEvent[] }) {
  return (
    <Card padding="none">
      <ol aria-label="Activity, newest first" className="divide-y divide-hairline">
        {events.map((event) => (
          <ActivityLine key={event.id} event={event} />
        ))}
      </ol>
    </Card>
  );
}

function ActivityLine({ event: { at, actor, action, subject, detail } }: { event: AuditEvent }) {
  const more = detailWords(detail);
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3 text-sm sm:px-6">
      <p className="min-w-0 flex-1 basis-64 break-words">
        <span className="font-strong">{actorWords(actor)}</span> {actionWords(action)}
        {more ? <span className="text-muted"> · {more}</span> : null}
        {subject.kind === "interview" ? (
          <>
            {" "}
            <Link href={`/interviews/${subject.id}`} prefetch={false} className="text-accent underline">
              Open it
            </Link>
          </>
        ) : null}
      </p>
      <span className="text-muted">
        <LocalTime at={at} format="long" />
      </span>
    </li>
  );
}

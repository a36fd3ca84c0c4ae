import Link from "next/link";
import { Card } from "@/components/ui/card.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { AuditEvent } from "@/lib/contract/v1/audit-events.ts";
import { actionWords, actorWords, detailWords } from "./activity-words.ts";

type Person = { name: string; interviewId: string | null };

/** A line of the record, with whom it is about. */
export type ListedActivity = AuditEvent & {
  about: Person | null;
  candidate: Person | null;
  member: string | null;
};

/** Who did what, a line each. */
export function ActivityList({ events }: { events: ListedActivity[] }) {
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

function ActivityLine({ event }: { event: ListedActivity }) {
  const { at, actor, action, subject, detail, about, candidate, member } = event;
  const more = detailWords(member ? { ...detail, name: null } : detail);
  const isAboutThemselves = candidate !== null && subject.kind === "candidate" && subject.id === actor.id;
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3 text-sm sm:px-6">
      <p className="min-w-0 flex-1 basis-64 break-words">
        <span className="font-strong">{candidate ? <PersonLink person={candidate} /> : actorWords(actor)}</span>{" "}
        {actionWords(action)}
        {about && !isAboutThemselves ? (
          <>
            : <PersonLink person={about} />
          </>
        ) : subject.kind === "interview" && !about ? (
          ": somebody who is not kept any more"
        ) : null}
        {member ? <span className="text-muted"> · for {member}</span> : null}
        {more ? <span className="text-muted"> · {more}</span> : null}
      </p>
      <span className="text-muted">
        <LocalTime at={at} format="long" />
      </span>
    </li>
  );
}

/** A name, and where there is something to read of them, the way there. */
function PersonLink({ person: { name, interviewId } }: { person: Person }) {
  if (!interviewId) return name;
  return (
    <Link href={`/interviews/${interviewId}`} prefetch={false} className="text-accent underline">
      {name}
    </Link>
  );
}

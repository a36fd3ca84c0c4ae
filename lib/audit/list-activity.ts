import type { AuditEventRow } from "../db/audit-events.ts";
import { listNames, type NamedSubject } from "../db/audit-subjects.ts";
import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid, MAX_CANDIDATE_ID } from "../domain/ids.ts";
import { listAuditEvents, type NamedAuditEvent } from "./list-audit-events.ts";

/** A line of the record with the names of everybody in it, for people to read. Null: not a person, or gone. */
export type ActivityLine = NamedAuditEvent & {
  subject: NamedSubject | null;
  /** The candidate who did it themselves. */
  candidate: NamedSubject | null;
  /** For whom an API key decided, and whose account was changed. */
  member: string | null;
};

/** Who did what to whom in the organisation, newest first. */
export async function listActivity(actor: Actor, page: Parameters<typeof listAuditEvents>[1]): Promise<ActivityLine[]> {
  const { organizationId } = actor;
  const lines = await listAuditEvents(actor, page);
  const events = lines.map(({ event }) => event);
  const idsOf = (kind: string) => events.flatMap((event) => (event.subjectKind === kind ? [event.subjectId] : []));
  const actors = events.flatMap(({ actorKind, actorId }) => (actorKind === "candidate" && actorId ? [actorId] : []));
  const [subjects, members] = await Promise.all([
    listNames(db(), organizationId, {
      interviews: unique(idsOf("interview")).filter(isUuid),
      candidates: unique([...idsOf("candidate"), ...actors])
        .map(Number)
        .filter((id) => Number.isInteger(id) && id > 0 && id <= MAX_CANDIDATE_ID),
      templates: unique(idsOf("template")).filter(isUuid),
    }),
    users.listNames(db(), organizationId, unique(events.flatMap((event) => memberOf(event) ?? [])).filter(isUuid)),
  ]);
  const named = new Map(subjects.map((subject) => [`${subject.kind} ${subject.id}`, subject]));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return lines.map((line) => ({
    ...line,
    subject: named.get(`${line.event.subjectKind} ${line.event.subjectId}`) ?? null,
    candidate: line.event.actorKind === "candidate" ? (named.get(`candidate ${line.event.actorId}`) ?? null) : null,
    member: names.get(memberOf(line.event) ?? "") ?? null,
  }));
}

/** The member that a line is about, besides who did it. */
function memberOf({ actorId, subjectKind, subjectId, detail }: AuditEventRow): string | null {
  if (subjectKind === "user") return subjectId === actorId ? null : subjectId;
  const { decided_by: decider } = detail as { decided_by?: unknown };
  return typeof decider === "string" ? decider : null;
}

const unique = (ids: string[]) => [...new Set(ids)];

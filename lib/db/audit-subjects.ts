import type { Db } from "./client.ts";

/** What a line of the record is about, and who they are now: `interviewId` is where somebody can read of them. */
export type NamedSubject = { kind: string; id: string; name: string; interviewId: string | null };

type Ids = { interviews: string[]; candidates: number[]; templates: string[] };

/** Names of what is still there; what was deleted is left out. */
export async function listNames(db: Db, organizationId: string, ids: Ids): Promise<NamedSubject[]> {
  const of = <T>(id: T[]) => ({ organizationId, id: { in: id } });
  const [interviews, candidates, templates] = await Promise.all([
    db.interview.findMany({ where: of(ids.interviews), select: { id: true, candidate: { select: { name: true } } } }),
    db.candidate.findMany({
      where: of(ids.candidates),
      select: {
        id: true,
        name: true,
        interviews: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1, select: { id: true } },
      },
    }),
    db.template.findMany({ where: of(ids.templates), select: { id: true, name: true } }),
  ]);
  return [
    ...interviews.map(({ id, candidate: { name } }) => ({ kind: "interview", id, name, interviewId: id })),
    ...candidates.map(({ id, name, interviews: [latest] }) => ({
      kind: "candidate",
      id: String(id),
      name,
      interviewId: latest?.id ?? null,
    })),
    ...templates.map(({ id, name }) => ({ kind: "template", id, name, interviewId: null })),
  ];
}

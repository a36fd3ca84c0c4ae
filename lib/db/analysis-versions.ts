import { type Doer, LEFT } from "../domain/doer.ts";
import type { Db } from "./client.ts";
import { CUT_BY } from "./cut-settings.ts";

/** Every analysis of a session, latest first, with the name of whoever asked for it. */
export async function list(db: Db, organizationId: string, sessionId: string) {
  const rows = await db.analysis.findMany({
    where: { organizationId, sessionId },
    orderBy: { version: "desc" },
    select: {
      version: true,
      status: true,
      method: true,
      model: true,
      overallScore: true,
      coverage: true,
      completedAt: true,
      requestedById: true,
    },
  });
  const names = await namesOf(db, organizationId, [
    ...new Set(rows.flatMap(({ requestedById }) => requestedById ?? [])),
  ]);
  return rows.map(({ requestedById, ...row }) => ({
    ...row,
    requestedBy: requestedById && (names.get(requestedById) ?? LEFT),
  }));
}

/** Who people and API keys of an organisation are. */
export async function namesOf(db: Db, organizationId: string, ids: string[]): Promise<Map<string, Doer>> {
  const wanted = { where: { organizationId, id: { in: ids } }, select: { id: true, name: true } };
  const [users, keys] = await Promise.all([db.user.findMany(wanted), db.apiKey.findMany(wanted)]);
  return new Map<string, Doer>([
    ...users.map(({ id, name }) => [id, { kind: "user", name }] as const),
    ...keys.map(({ id, name }) => [id, { kind: "api_key", name }] as const),
  ]);
}

export type VersionRow = Awaited<ReturnType<typeof list>>[number];

/** The latest analysis of a session that has scores, or null. */
export function findStanding(db: Db, organizationId: string, sessionId: string) {
  return db.analysis.findFirst({
    where: { organizationId, sessionId, status: "completed" },
    orderBy: { version: "desc" },
    include: { scores: true, cutSetting: CUT_BY },
  });
}

/** What the calls of a run came to: an analysis's own and those of the failed tries that it went on from. */
export function sumCalls(db: Db, organizationId: string, runId: string) {
  return db.analysisCall.aggregate({
    where: { runId, analysis: { organizationId } },
    _count: { _all: true },
    _sum: { inputTokens: true, outputTokens: true, cost: true, retries: true },
  });
}
export type CallTotals = Awaited<ReturnType<typeof sumCalls>>;

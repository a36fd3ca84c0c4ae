import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** Everything there is to know about one finished call. */
export type NewCall = Omit<Prisma.AnalysisCallUncheckedCreateInput, "id" | "createdAt" | "verification">;

/** A finished call of a run, or null. A run belongs to one session, and to the analyses that share it. */
export function find(db: Db, runId: string, key: string) {
  return db.analysisCall.findUnique({ where: { runId_key: { runId, key } } });
}
export type CallRow = NonNullable<Awaited<ReturnType<typeof find>>>;

/** Stores a finished call; where another worker stored the same one first, that one stays. */
export async function store(db: Db, call: NewCall): Promise<CallRow> {
  await db.analysisCall.createMany({ data: [call], skipDuplicates: true });
  return db.analysisCall.findUniqueOrThrow({ where: { runId_key: { runId: call.runId, key: call.key } } });
}

/** What became of the quotes of a call. Read again it says the same, so it may be written again. */
export async function noteVerification(db: Db, id: string, verification: Prisma.InputJsonValue): Promise<void> {
  await db.analysisCall.update({ where: { id }, data: { verification } });
}

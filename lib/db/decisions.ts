import type { FinalStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";

type NewDecision = {
  organizationId: string;
  sessionId: string;
  userId: string;
  decision: FinalStatus;
  reason: string;
};

/** Adds a decision beside the earlier ones: none is ever changed, the latest counts. */
export function append(db: Db, decision: NewDecision) {
  return db.decision.create({ data: decision, include: { user: { select: { name: true } } } });
}
export type DecisionRow = Awaited<ReturnType<typeof append>>;

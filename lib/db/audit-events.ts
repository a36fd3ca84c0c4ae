import type { Actor } from "../domain/actor.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** What was done, in the past tense: `subject.verb`. */
export type AuditAction =
  | "analysis.requested"
  | "api_key.created"
  | "api_key.revoked"
  | "decision.made"
  | "invitation.created"
  | "invitation.revoked"
  | "organization.created"
  | "sandbox.created"
  | "template.created"
  | "user.created"
  | "user.password_reset";

type Subject = { kind: string; id: string; detail?: Prisma.InputJsonObject };

/** Writes down who did what to what, in the transaction that does it. Details never hold secrets. */
export async function append(db: Db, actor: Actor, action: AuditAction, subject: Subject): Promise<void> {
  await db.auditEvent.create({
    data: {
      organizationId: actor.organizationId,
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail: subject.detail ?? {},
    },
  });
}

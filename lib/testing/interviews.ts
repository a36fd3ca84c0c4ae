import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import type { SessionStatus } from "../domain/status.ts";
import { testTemplate } from "./database/database.ts";

type Given = {
  name: string;
  email: string;
  createdAt?: Date;
  expiresAt?: Date;
  revokedAt?: Date | null;
  session?: SessionStatus | null;
  lastSeenAt?: Date;
};

const FAR = new Date("2999-01-01T00:00:00Z");

/** An organisation's interviews, in whatever state a test wants them. */
export async function interviewMaker(actor: Actor) {
  const { organizationId } = actor;
  const { id: templateId } = await testTemplate(actor, `Template ${crypto.randomUUID()}`);
  return async ({
    name,
    email,
    createdAt = new Date(),
    expiresAt = FAR,
    revokedAt = null,
    session = null,
    lastSeenAt = new Date(),
  }: Given) => {
    const candidate = await db().candidate.create({ data: { organizationId, name, email } });
    const interview = { organizationId, candidateId: candidate.id, templateId, createdAt, expiresAt, revokedAt };
    const { id } = await db().interview.create({ data: interview });
    if (session === null) return { id, candidateId: candidate.id, sessionId: null, publicId: null };
    const sitting = await db().session.create({
      data: {
        organizationId,
        interviewId: id,
        candidateId: candidate.id,
        status: session,
        lastSeenAt,
        recordingConfig: {},
      },
    });
    return { id, candidateId: candidate.id, sessionId: sitting.id, publicId: sitting.publicId };
  };
}

/** Somebody of the organisation who may decide. */
export async function testReviewer({ organizationId }: Actor, name = "Rita Reviewer"): Promise<Actor> {
  const email = `${crypto.randomUUID()}@example.com`;
  const data = { organizationId, name, email, passwordHash: "never matches", role: "reviewer" } as const;
  const { id } = await db().user.create({ data });
  return { organizationId, kind: "user", id };
}

import type { Db } from "./client.ts";
import { versionOf, versionWith } from "./interview-version.ts";

/**
 * The invitation behind a token, as its candidate may see it. The questions, and all that says how answers are judged, are
 * not read at all, so that no page can leak them.
 */
export async function findForCandidate(db: Db, token: string) {
  const found = await db.interview.findUnique({
    where: { token },
    select: {
      id: true,
      organizationId: true,
      token: true,
      candidateName: true,
      candidateId: true,
      expiresAt: true,
      revokedAt: true,
      consentVersion: true,
      locale: true,
      organization: { select: { name: true, sandboxOfId: true } },
      candidate: { select: { name: true } },
      session: { select: { id: true, status: true, endedAt: true, recordingConfig: true, consentBasis: true } },
      ...versionWith({
        select: {
          roleTitle: true,
          introduction: true,
          avatar: true,
          avatarSettings: true,
          browserRecognition: true,
          questions: { orderBy: { position: "asc" }, select: { answerSeconds: true } },
        },
      }),
    },
  });
  return found && { ...found, version: versionOf(found) };
}

import type { Db } from "./client.ts";

/**
 * The invitation behind a token, as its candidate may see it. The questions, and all that says how answers are judged, are
 * not read at all, so that no page can leak them.
 */
export function findForCandidate(db: Db, token: string) {
  return db.interview.findUnique({
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
      session: { select: { status: true, recordingConfig: true, consentBasis: true } },
      template: {
        select: {
          roleTitle: true,
          introduction: true,
          avatar: true,
          avatarSettings: true,
          questions: {
            where: { position: { gt: 0 } }, // below are those set aside
            orderBy: { position: "asc" },
            select: { answerSeconds: true },
          },
        },
      },
    },
  });
}

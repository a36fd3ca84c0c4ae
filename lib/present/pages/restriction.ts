import type { Restriction } from "../../contract/deletion-request.ts";
import type { Restricted } from "../../restriction/get-restriction.ts";

export function presentRestriction({ interview, requestedAt, request }: Restricted): Restriction {
  const { session, candidate, version } = interview;
  return {
    interviewId: interview.id,
    candidate: { id: candidate.id, name: candidate.name, email: candidate.email },
    roleTitle: version.roleTitle,
    invitedAt: interview.createdAt.toISOString(),
    startedAt: session?.startedAt.toISOString() ?? null,
    endedAt: session?.endedAt?.toISOString() ?? null,
    requestedAt: requestedAt.toISOString(),
    erasingSince: candidate.erasingSince?.toISOString() ?? null,
    erasedAt: candidate.erasedAt?.toISOString() ?? null,
    askedElsewhere: request?.interviewId != null && request.interviewId !== interview.id,
    stored: {
      questions: session?._count.questions ?? 0,
      answers: session?._count.answers ?? 0,
      recordedSeconds: session?.recording?.durationSeconds ?? null,
      analyses: session?._count.analyses ?? 0,
      decisions: session?._count.decisions ?? 0,
      shareLinks: interview._count.shareLinks,
    },
  };
}

import { createInvitation } from "../../interviews/create-invitation.ts";
import { commandActor } from "../../runtime/command-actor.ts";
import { withDatabase } from "../../runtime/database.ts";
import type { Outcome } from "../../runtime/outcome.ts";

export type InviteOptions = {
  name: string;
  email: string;
  template?: string;
  expiresDays: number;
  /** Also beside an open invitation to the same interview. */
  another?: boolean;
  organization?: string;
};

export function invite(options: InviteOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const { name, email, template, expiresDays, another = false } = options;
    const actor = await commandActor(options.organization);
    const wanted = { name, email, template, expires_in_days: expiresDays, allow_another: another };
    const invitation = await createInvitation(wanted, actor);
    return {
      json: {
        candidate_id: invitation.candidateId,
        interview_id: invitation.interviewId,
        interview_token: invitation.token,
        url: invitation.url,
      },
      text: `Candidate ${invitation.candidateId} is invited until ${invitation.expiresAt.toISOString()}:\n${invitation.url}`,
    };
  });
}

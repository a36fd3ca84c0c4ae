import { createInvitation } from "../../invites/create-invitation.ts";
import { withDatabase } from "../database.ts";
import type { Outcome } from "../outcome.ts";
import { commandActor } from "./actor.ts";

export type InviteOptions = {
  name: string;
  email: string;
  template?: string;
  expiresDays: number;
  organization?: string;
};

export function invite(options: InviteOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const { name, email, template, expiresDays } = options;
    const actor = await commandActor(options.organization);
    const invitation = await createInvitation({ name, email, template, expires_in_days: expiresDays }, actor);
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

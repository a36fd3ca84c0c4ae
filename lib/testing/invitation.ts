import type { Actor } from "../domain/actor.ts";
import { createInterview } from "../interviews/create-interviews.ts";
import { readWanted } from "../interviews/wanted-interview.ts";
import { presentInvited } from "../present/v1/invited.ts";
import { chooseTemplate } from "../templates/choose-template.ts";

type Given = {
  name: string;
  email: string;
  /** Its name or its id; without one: the organisation's oldest. */
  template?: string | undefined;
  expires_in_days?: number;
  allow_another?: boolean;
  other_name?: "ask" | "keep" | "rename";
};

export type Invitation = { candidateId: number; interviewId: string; token: string; url: string; expiresAt: Date };

/** Somebody who is invited, and has not opened their link yet. */
export async function testInvitation({ name, email, template, ...more }: Given, actor: Actor): Promise<Invitation> {
  const { id: template_id } = await chooseTemplate(template, actor);
  const wanted = readWanted({ candidate: { name, email }, template_id, ...more });
  const made = presentInvited(await createInterview(wanted, actor));
  return {
    candidateId: made.candidate_id,
    interviewId: made.interview_id,
    token: made.interview_token,
    url: made.url,
    expiresAt: new Date(made.expires_at),
  };
}

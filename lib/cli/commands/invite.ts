import { CreateCandidateBody } from "../../contract/v1/candidates.ts";
import { createInterview } from "../../interviews/create-interviews.ts";
import { readWanted } from "../../interviews/wanted-interview.ts";
import { parseFields } from "../../parse-fields.ts";
import { presentInvited } from "../../present/v1/invited.ts";
import { commandActor } from "../../runtime/command-actor.ts";
import { withDatabase } from "../../runtime/database.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { chooseTemplate } from "../../templates/choose-template.ts";

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
    const candidate = parseFields(CreateCandidateBody, { name, email });
    const { id: template_id } = await chooseTemplate(template, actor);
    const wanted = readWanted({ candidate, template_id, expires_in_days: expiresDays, allow_another: another });
    const invited = presentInvited(await createInterview(wanted, actor));
    const { candidate_id, interview_id, interview_token, url, expires_at } = invited;
    return {
      json: { candidate_id, interview_id, interview_token, url },
      text: `Candidate ${candidate_id} is invited until ${expires_at}:\n${url}`,
    };
  });
}

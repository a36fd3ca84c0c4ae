import type { z } from "zod";
import { InviteBody } from "../contract/invitations.ts";
import { type Db, transaction } from "../db/client.ts";
import * as templates from "../db/templates.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { parseFields } from "../parse-fields.ts";
import { addInterview } from "./create-interviews.ts";
import { invitationUrl } from "./invitation-url.ts";
import { endOf } from "./wanted-interview.ts";

export type NewInvitation = z.input<typeof InviteBody>;

export type Invitation = { candidateId: number; interviewId: string; token: string; url: string; expiresAt: Date };

/**
 * Invites somebody to an interview: the candidate of this address, known or new, and a link of their own.
 * @throws AppError `invalid_fields`, `template_not_found`, `already_invited`, `name_differs` where it is to be asked about
 */
export function createInvitation(input: NewInvitation, actor: Actor): Promise<Invitation> {
  return transaction((tx) => addInvitation(tx, input, actor));
}

/** The same within a transaction that does more. */
export async function addInvitation(tx: Db, input: NewInvitation, actor: Actor): Promise<Invitation> {
  const { name, email, template, expires_in_days, allow_another, other_name } = parseFields(InviteBody, input);
  const { id, token, candidate, expiresAt } = await addInterview(
    tx,
    {
      candidate: { name, email, externalId: null },
      template: await getTemplate(tx, actor.organizationId, template),
      externalId: null,
      expiresAt: endOf({ expires_in_days }),
      allowAnother: allow_another,
      otherName: other_name,
    },
    actor,
  );
  if (!candidate.row) throw new Error("nobody was invited");
  return { candidateId: candidate.row.id, interviewId: id, token, url: invitationUrl(token), expiresAt };
}

async function getTemplate(tx: Db, organizationId: string, nameOrId: string | undefined): Promise<{ id: string }> {
  if (nameOrId === undefined) {
    const oldest = await templates.findOldest(tx, organizationId);
    if (!oldest) throw new AppError("template_not_found:none");
    return oldest;
  }
  const named = await templates.find(tx, organizationId, nameOrId);
  if (!named) throw new AppError("template_not_found:named", { params: { name: nameOrId } });
  return named;
}

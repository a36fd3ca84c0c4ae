import { mutationOptions } from "@tanstack/react-query";
import { DoneAnswer } from "../contract/interview-answers.ts";
import { type InviteBody, InvitedAnswer } from "../contract/invitations.ts";
import { fetchJson } from "./fetch-json.ts";

/* Inviting is not repeated by itself: a second attempt would make a second link. */

export const inviteMutation = () =>
  mutationOptions({
    mutationKey: ["invitations", "create"],
    mutationFn: (json: InviteBody) => fetchJson(InvitedAnswer, "/api/invitations", { json }),
  });

const revokeUrl = (interviewId: string) => `/api/invitations/${interviewId}/revoke`;

/** Revoking twice is revoking once. */
export async function revokeInvitation(interviewId: string): Promise<void> {
  await fetchJson(DoneAnswer, revokeUrl(interviewId), { method: "POST" });
}

/** The same while the page is being left: nobody waits for the answer. */
export function revokeOnLeaving(interviewId: string): void {
  navigator.sendBeacon(revokeUrl(interviewId));
}
